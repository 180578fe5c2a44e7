"""Templates: `{{ path | filter }}` in any text, conditions on an event, ids found in it, the variable menu.

Knows the language and how to read an event with it; everything is parsed once and evaluated cheaply, and any
evaluation gives a value or a named error. Leaves out where values come from (a Scope is handed in), what is
done with the outcome, and every table, network or clock.
"""
