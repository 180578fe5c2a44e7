"""The wizard and the setup request, by their functions, on a real database."""
