"""The windows that ask: one subject each, saved once, nothing lost by Escape without a question."""
