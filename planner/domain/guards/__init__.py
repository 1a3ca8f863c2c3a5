"""The guards G1 to G24: what stands against a contact, each a function with its id (rules D5).

``verdict`` says what is meant to be done and what a guard answers; ``whom``, ``account``, ``contact`` and ``words``
hold the guards by subject; ``table`` has them all in their order.
"""
