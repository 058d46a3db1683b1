from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Annotated, Literal, Optional, Protocol, TypeAlias, TypedDict
import enum, typing

Label = Literal["positive", "negative"]
Single = Literal["only"]
Names: TypeAlias = "list[Invoice]"
type Pair[T] = tuple[T, T]
type Plain = str | None


class Sentiment(str, Enum):
    """The labels."""

    POSITIVE = "positive"
    NEGATIVE = auto()


class Colour(enum.StrEnum):
    RED = enum.auto()


@dataclass(frozen=True)
class Invoice(BaseModel, Generic[T], metaclass=Meta):
    """An invoice."""

    number: str
    total: float = Field(..., description="Total in euros", ge=0)
    label: Optional[Sentiment] = None
    lines: "list[Line]" = field(default_factory=list)
    parent: "Invoice | None" = None
    note: Annotated[str, "free text", Field(max_length=10)]
    kind: typing.Literal["a", 'b'] = "a"
    handler: Callable[[str, "Line"], Awaitable[None]]
    other: "a plain sentence, not a type"
    dotted: "models.Line"

    class Config:
        extra = "forbid"

    def total_of(self, rate: dict[str, tuple[int,
            str]] = {}, **options: Unpack[Options]) -> list["Invoice"]:
        amount: float = self.total * rate
        self.cached: float = amount
        return [self]


class Options(TypedDict, total=False):
    model: str


class Client(Protocol):
    def complete(self, prompt: str) -> str: ...


@tool("lookup", schema=Invoice)
@retry.on(Error)
def lookup(x: int, y: "models.Line" = None): return x
