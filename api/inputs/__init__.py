"""What GraphQL takes for each step, and how it becomes the domain's. What is wrong with it the domain says."""
