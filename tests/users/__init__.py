"""Connected users: their tokens, what they see, and what stays closed to them."""
