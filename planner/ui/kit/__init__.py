"""What every screen needs. Nothing here knows a screen."""
