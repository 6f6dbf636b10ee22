"""One turn of the chat: red flags first, then plain phrases, then a model if one was chosen; writes are confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sharpened_cli.coach.bench import preview, run
from sharpened_cli.coach.phrases import intent
from sharpened_cli.coach.tools import TOOLS
from sharpened_cli.errors import SharpenedError
from sharpened_cli.services.conversations import ConversationService
from sharpened_cli.services.flags import FlagService

if TYPE_CHECKING:
    from collections.abc import Callable

    from sharpened_cli.coach.bench import Bench, Tool
    from sharpened_cli.coach.phrases import Intent
    from sharpened_cli.services.flags import Heard

HELP = """I can show and log, in plain words:
  what's on today?   this week   progress   inbox
  I weigh 82.4kg     I ate 2 eggs and toast     ran 5k in 27:30     bench press 3x8 @ 60kg
  slept 5 hours, stress 8     my left knee hurts
  approve   reject 2   undo 3   did 1   skip 2   swap 1.2 for leg press   why calories?"""


class Reply(NamedTuple):
    """What the coach answers: words of its own, or a tool with its result; and the flags that it heard."""

    text: str
    tool: str | None = None
    result: Any = None
    done: bool = False
    flags: tuple[str, ...] = ()


class Answer(NamedTuple):
    """What a model makes of a turn: words, or an intent to be checked like any other."""

    text: str
    intent: Intent | None
    model: str | None = None
    prompt_tokens: int | None = None
    answer_tokens: int | None = None
    interrupted: bool = False


class Chat(NamedTuple):
    """A conversation of one person with the coach.

    ``confirm`` is asked with a tool and what it would do before anything is written. ``think`` is the model,
    or None: then only plain phrases are understood.
    """

    bench: Bench
    conversation_id: str
    confirm: Callable[[Tool, Any], bool]
    think: Callable[[str, str], Answer] | None = None

    def turn(self, sentence: str) -> Reply:
        """Answer one sentence; both sides are kept, the person's before anything else happens."""
        kept = ConversationService(*self.bench)
        kept.add(self.conversation_id, "user", sentence)
        heard = FlagService(*self.bench).hear(sentence, "coach")
        reply, answer = self._reply(sentence, heard)
        calls = [{"tool": reply.tool, "done": reply.done}] if reply.tool else []
        kept.add(
            self.conversation_id,
            "assistant",
            reply.text,
            tool_calls=calls,
            **({} if answer is None else _usage(answer)),
        )
        return reply

    def _reply(self, sentence: str, heard: list[Heard]) -> tuple[Reply, Answer | None]:
        words = "\n".join(f"{each.words}{f' Please see {each.see}.' if each.see else ''}" for each in heard)
        codes = tuple(each.code for each in heard)
        if any(each.ends_talk for each in heard):
            return Reply(words, flags=codes), None
        wanted, answer = intent(sentence), None
        if heard and wanted and wanted.tool != "context":  # "I had chest pain" is no meal
            wanted = None
        if wanted is None and not heard and self.think is not None:
            answer = self.think(self.conversation_id, sentence)
            wanted = answer.intent
        if wanted is not None:
            reply = self._carried_out(wanted)
        else:
            reply = Reply(answer.text if answer else words or f"I did not understand that.\n{HELP}")
        text = "\n".join(part for part in (words if reply.text != words else "", reply.text) if part)
        return reply._replace(text=text, flags=codes), answer

    def _carried_out(self, wanted: Intent) -> Reply:
        tool = TOOLS.get(wanted.tool)
        if tool is None:
            return Reply(f"I cannot do that.\n{HELP}")
        try:
            if tool.writes and not self.confirm(tool, preview(self.bench, tool, wanted.arguments)):
                return Reply("Nothing was changed.", tool.name)
            return Reply("", tool.name, run(self.bench, tool, wanted.arguments), done=True)
        except SharpenedError as error:
            return Reply(f"{error.message} {error.hint}".strip(), tool.name)


def _usage(answer: Answer) -> dict[str, Any]:
    return {
        "model": answer.model,
        "prompt_tokens": answer.prompt_tokens,
        "answer_tokens": answer.answer_tokens,
        "interrupted": answer.interrupted,
    }
