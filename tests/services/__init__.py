"""Real servers for the tests: PostgreSQL and NATS, brought up on free ports of this machine and taken down again."""
