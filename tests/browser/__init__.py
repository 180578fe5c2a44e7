"""Pages in a real browser: what a person sees and can do, and what the browser may not."""
