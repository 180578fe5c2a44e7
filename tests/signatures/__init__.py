"""What signatures prove, judged by published examples, the providers' own code, and hostile bytes."""
