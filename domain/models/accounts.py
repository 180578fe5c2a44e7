"""Who uses Hookwright, and whose accounts are connected."""

from tortoise import fields
from tortoise.models import Model

from domain.models.columns import maybe_id, primary_id


class Project(Model):
    """The company's workspace; owns everything below."""

    id: str = primary_id()
    name = fields.CharField(max_length=80)
    created_ms = fields.BigIntField()

    class Meta:
        """Table."""

        table = "project"


class EditorToken(Model):
    """A bearer token of the editor. digest: SHA-256 of the token, hex; the token itself is not kept."""

    id: str = primary_id()
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField("models.Project")
    name = fields.CharField(max_length=80)
    digest = fields.CharField(max_length=64, unique=True)
    created_ms = fields.BigIntField()
    revoked_ms = fields.BigIntField(null=True)
    project_id: str

    class Meta:
        """Table."""

        table = "editor_token"


class Secret(Model):
    """A named developer token of the project. sealed: by the vault; never shown again."""

    id: str = primary_id()
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField("models.Project")
    name = fields.CharField(max_length=64)
    sealed = fields.BinaryField()
    updated_ms = fields.BigIntField()
    project_id: str

    class Meta:
        """Table."""

        table = "secret"
        unique_together = (("project", "name"),)


class Integration(Model):
    """A project's use of a provider. authorization: an `AuthorizationScheme` as JSON; holds no values.

    oauth: an `OAuthApp`, lookup: a `Lookup`, both as JSON, holding no values either; null where there is none.
    """

    id: str = primary_id()
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField("models.Project")
    name = fields.CharField(max_length=80)
    slug = fields.CharField(max_length=80)
    provider_slug = fields.CharField(max_length=80, null=True)
    api_base_url = fields.CharField(max_length=2000, null=True)
    authorization = fields.TextField()
    oauth = fields.TextField(null=True)
    lookup = fields.TextField(null=True)
    created_ms = fields.BigIntField()
    project_id: str

    class Meta:
        """Table."""

        table = "integration"
        unique_together = (("project", "slug"),)


class Credential(Model):
    """One connected account. sealed: its authorization's values, as JSON, by the vault.

    sealed_parameters: what the integration's addresses read of it, likewise; null for nothing.
    sealed_grant: a `Grant` as JSON, by the vault, when it was connected by OAuth; expires_ms: when its access token
    ends. due_ms: when that is refreshed next, null for never; claimed_ms: until when somebody does. version: grows
    with every change of the values, and is the fence: whoever writes names the one that was read. failures: of
    refreshing, in a row. reason: why it stands as it does. exchange: the last request about it, masked, as JSON.
    """

    id: str = primary_id()
    integration: fields.ForeignKeyRelation[Integration] = fields.ForeignKeyField(
        "models.Integration"
    )
    project_id = fields.CharField(max_length=30)
    user_id = fields.CharField(max_length=200)
    provider_id = fields.CharField(max_length=200, null=True)
    is_sandbox = fields.BooleanField()
    status = fields.CharField(max_length=16)
    sealed = fields.BinaryField()
    sealed_grant = fields.BinaryField(null=True)
    sealed_parameters = fields.BinaryField(null=True)
    expires_ms = fields.BigIntField(null=True)
    due_ms = fields.BigIntField(null=True)
    claimed_ms = fields.BigIntField(null=True)
    version = fields.IntField(default=0, db_default=0)
    failures = fields.IntField(default=0, db_default=0)
    reason = fields.TextField(null=True)
    exchange = fields.TextField(null=True)
    created_ms = fields.BigIntField()
    integration_id: str

    class Meta:
        """Table."""

        table = "credential"
        indexes = (("integration_id", "provider_id"), ("project_id", "user_id"))


class OAuthFlow(Model):
    """An authorization that was begun and has not come back. digest: SHA-256 of its state, hex.

    sealed: the PKCE verifier, by the vault; sealed_parameters: the account's parameters, likewise. credential_id: the account to connect again; null for a new one.
    return_url: where the browser goes afterwards; null for a page of ours.
    """

    digest = fields.CharField(max_length=64, primary_key=True)
    integration: fields.ForeignKeyRelation[Integration] = fields.ForeignKeyField(
        "models.Integration"
    )
    project_id = fields.CharField(max_length=30)
    user_id = fields.CharField(max_length=200)
    is_sandbox = fields.BooleanField()
    credential_id: str | None = maybe_id()
    return_url = fields.TextField(null=True)
    sealed = fields.BinaryField()
    sealed_parameters = fields.BinaryField(null=True)
    expires_ms = fields.BigIntField()
    integration_id: str

    class Meta:
        """Table."""

        table = "oauth_flow"
        indexes = (("expires_ms",),)


class UserTokenKey(Model):
    """A public key that user tokens of the project are verified with. public_key: PEM."""

    id: str = primary_id()
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField("models.Project")
    name = fields.CharField(max_length=80)
    algorithm = fields.CharField(max_length=8)
    public_key = fields.TextField()
    created_ms = fields.BigIntField()
    revoked_ms = fields.BigIntField(null=True)
    project_id: str

    class Meta:
        """Table."""

        table = "user_token_key"
