from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields


class Migration(migrations.Migration):
    dependencies = [("models", "0003_follow_ups")]

    operations = [
        ops.AddField(
            model_name="Delivery",
            name="console",
            field=fields.TextField(null=True, unique=False),
        ),
    ]
