"""A signature, the mail of a web form or a vCard, pasted as one piece of text: the person in it."""
