"""GraphQL and composition: the outermost room. Knows the domain; leaves out the receiver, save in the composition."""
