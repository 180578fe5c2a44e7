"""Projects: made by an operator, not through the API."""

from domain import clock, text
from domain.connections import tokens
from domain.database import atomically
from domain.errors import Invalid
from domain.identity import Kind, new_id
from domain.models import EditorToken, Project


async def create_project(name: str) -> Project:
    """Make a project. Raises Invalid (`name`: 1 to 80 characters)."""
    if found := list(text.problems(name, "name", most=80, what="the name")):
        raise Invalid(found)
    return await atomically(lambda: _insert(name.strip()))


async def first_project(editor_token: str = "") -> tuple[Project, str | None]:
    """The oldest project, made when there is none, for the start of the process.

    editor_token: the configured one; it opens the project from now on. Without it a new project gets a
    generated token, which is returned this one time; otherwise None is. Raises Invalid.
    """
    return await atomically(lambda: _first(editor_token))


async def _first(editor_token: str) -> tuple[Project, str | None]:
    project = await Project.all().order_by("created_ms", "id").first()
    is_new = project is None
    if project is None:
        project = await _insert("First project")
    if editor_token:
        if not await EditorToken.exists(digest=tokens.digest(editor_token)):
            await tokens.insert(project.id, "Configured token", editor_token)
        return project, None
    if not is_new:
        return project, None
    token = tokens.generate()
    await tokens.insert(project.id, "First token", token)
    return project, token


async def _insert(name: str) -> Project:
    return await Project.create(id=new_id(Kind.PROJECT), name=name, created_ms=clock.now_ms())
