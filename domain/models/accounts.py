"""Who uses Hookwright, and whose accounts are connected."""

from tortoise import fields
from tortoise.models import Model

from domain.models.columns import primary_id


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
    """A project's use of a provider. authorization: an `AuthorizationScheme` as JSON; holds no values."""

    id: str = primary_id()
    project: fields.ForeignKeyRelation[Project] = fields.ForeignKeyField("models.Project")
    name = fields.CharField(max_length=80)
    slug = fields.CharField(max_length=80)
    provider_slug = fields.CharField(max_length=80, null=True)
    api_base_url = fields.CharField(max_length=2000, null=True)
    authorization = fields.TextField()
    created_ms = fields.BigIntField()
    project_id: str

    class Meta:
        """Table."""

        table = "integration"
        unique_together = (("project", "slug"),)


class Credential(Model):
    """One connected account. sealed: its authorization's values, as JSON, by the vault."""

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
    created_ms = fields.BigIntField()
    integration_id: str

    class Meta:
        """Table."""

        table = "credential"
        indexes = (("integration", "provider_id"), ("project_id", "user_id"))
