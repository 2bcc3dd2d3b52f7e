"""The Rasa Agent in a thread and event loop of its own, with the actions in the same process."""

import asyncio
import json
import logging
import threading
from collections.abc import Callable, Coroutine
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import jsonschema
import rasa.shared.utils.common
from rasa.core.actions.action import RemoteAction
from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa.utils.log_utils import configure_structlog
from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

from bot.gesprek.beurt import Beurt, lopende_beurt
from bot.gesprek.invoer import ontscherp
from bot.gesprek.trackeropslag import Beurtopslag

T = TypeVar("T")
# Looks at what the model took a typed sentence for, and may change it.
Lezing = Callable[[dict[str, Any]], dict[str, Any]]
log = logging.getLogger(__name__)
SECONDEN_PER_BEURT = 20


class GeenModel(RuntimeError):
    """There is no trained model, or it cannot be loaded: says which file and how to mend it."""


class _Opvang(OutputChannel):
    """Collects what the bot says in one turn."""

    def __init__(self) -> None:
        self.berichten: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        return "ingebouwd"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        self.berichten.append(message)


class IngebouwdeActies(EndpointConfig):
    """Runs actions in this process. JSON goes both ways, so that an action never holds Rasa's live objects."""

    def __init__(self, acties: list[Action]) -> None:
        super().__init__(url="http://ingebouwd", enable_selective_domain=True)
        self._uitvoerder = ActionExecutor()
        for actie in acties:
            self._uitvoerder.register_action(actie)

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        """The answer of the action, as its HTTP server would give it."""
        aanroep = json.loads(json.dumps(kwargs["json"]))
        try:
            antwoord = await self._uitvoerder.run(aanroep)
        except ActionExecutionRejection as fout:
            inhoud = json.dumps({"action_name": fout.action_name, "error": fout.message})
            raise ClientResponseError(400, "rejected", inhoud) from fout
        except Exception as fout:
            log.error("action %s failed: %s", aanroep.get("next_action"), type(fout).__name__)
            raise ClientResponseError(500, "action failed", "{}") from fout
        return json.loads(json.dumps(antwoord))


def _maak_rasa_zuinig() -> None:
    """Two costs that stock Rasa pays on every action: a JSON-schema validator built anew, a walk over all classes."""
    controleur = jsonschema.Draft7Validator(RemoteAction.action_response_format_spec())

    def controleer(self: RemoteAction, result: dict[str, Any]) -> bool:
        controleur.validate(result)
        return True

    RemoteAction._validate_action_result = controleer
    if not hasattr(rasa.shared.utils.common.all_subclasses, "cache_info"):
        rasa.shared.utils.common.all_subclasses = lru_cache(rasa.shared.utils.common.all_subclasses)


class Motor:
    """Rasa behind two methods. `start` must come before them; `stop` ends the thread."""

    def __init__(self, model: Path, acties: list[Action]) -> None:
        self._model, self._acties = model, acties
        self._loop = asyncio.new_event_loop()
        self._draad = threading.Thread(target=self._loop.run_forever, name="rasa", daemon=True)
        self._agent: Agent | None = None

    @property
    def gereed(self) -> bool:
        """Whether the model is loaded."""
        return self._agent is not None

    def start(self) -> None:
        """Loads the model (seconds). Raises GeenModel."""
        if not self._model.exists():
            raise GeenModel(f"{self._model} is missing: train it with python -m bot train")
        configure_structlog(logging.ERROR)
        _maak_rasa_zuinig()
        self._draad.start()
        asyncio.run_coroutine_threadsafe(self._laad(), self._loop).result()

    async def _laad(self) -> None:
        opslag = Beurtopslag(None)
        try:
            agent = Agent.load(self._model, tracker_store=opslag, action_endpoint=IngebouwdeActies(self._acties))
        except Exception as fout:
            raise GeenModel(f"{self._model} cannot be loaded: {fout}. Train again: python -m bot train") from fout
        if agent.processor is None:
            raise GeenModel(f"{self._model} holds no dialogue model. Train again: python -m bot train")
        opslag.domain = agent.domain
        agent.tracker_store = agent.processor.tracker_store = opslag
        self._agent = agent

    def stop(self) -> None:
        """Ends the thread."""
        if self._draad.is_alive():
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._draad.join(timeout=5)

    async def _op_eigen_draad(self, werk: Coroutine[Any, Any, T]) -> T:
        toekomst = asyncio.run_coroutine_threadsafe(werk, self._loop)
        return await asyncio.wait_for(asyncio.wrap_future(toekomst), SECONDEN_PER_BEURT)

    async def versta(self, tekst: str) -> dict[str, Any]:
        """What the model takes a sentence for: Rasa's parse result."""
        assert self._agent is not None, "start() first"  # noqa: S101
        return await self._op_eigen_draad(self._agent.parse_message(ontscherp(tekst)))

    async def beurt(self, beurt: Beurt, tekst: str, lezing: Lezing | None = None) -> list[dict[str, Any]]:
        """Lets Rasa handle one message; returns what it says. `tekst` is typed text or one of our opdrachten.

        `lezing` gets what the model takes a typed text for, and gives back what to go on with.
        """
        assert self._agent is not None, "start() first"  # noqa: S101
        return await self._op_eigen_draad(self._handel(self._agent, beurt, tekst, lezing))

    @staticmethod
    async def _handel(agent: Agent, beurt: Beurt, tekst: str, lezing: Lezing | None) -> list[dict[str, Any]]:
        opvang = _Opvang()
        begrepen = lezing(await agent.parse_message(tekst)) if lezing else None
        with lopende_beurt(beurt):
            await agent.handle_message(UserMessage(tekst, opvang, beurt.gesprek.id, parse_data=begrepen))
        return opvang.berichten
