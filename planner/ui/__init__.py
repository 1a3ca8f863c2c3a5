"""Screens, words, icons and paper."""
