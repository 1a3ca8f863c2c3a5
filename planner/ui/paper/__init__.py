"""Pages on paper: the call sheet, the same on screen, printer, PDF and picture."""
