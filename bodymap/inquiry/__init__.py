"""Where the user is, what they ask next, and what is then to be seen; pure."""
