"""GraphQL on the wire: HTTP, WebSocket, Server-Sent Events and multipart, and the server below them.

Knows the protocols, their refusals and the bounds of one operation; leaves out every type, resolver
and rule of the product: a schema and a way to tell who asks are plugged into `view.GraphQLView`.
"""
