"""The pages of the preferences: each shows some choices, checks them and hands them back."""
