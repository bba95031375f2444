"""What each tab of the page shows and does."""
