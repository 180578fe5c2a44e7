from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    """What only a customer knows of an integration's addresses is kept with the account, sealed."""

    dependencies = [("models", "0011_ordered_apart")]

    operations = [
        ops.AddField(
            model_name="Credential",
            name="sealed_parameters",
            field=fields.BinaryField(null=True),
        ),
        ops.AddField(
            model_name="OAuthFlow",
            name="sealed_parameters",
            field=fields.BinaryField(null=True),
        ),
    ]
