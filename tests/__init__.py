"""The behaviour of Hookwright, through its doors."""
