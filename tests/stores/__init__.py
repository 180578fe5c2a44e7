"""What only several writers can get wrong, and what every kind of database must get right."""
