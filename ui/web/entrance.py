"""Who a request comes from: a session, a token, the header of a trusted proxy, or nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers
from starlette.types import Scope

from ui.people.people import People
from ui.people.role import LOCAL, Person
from ui.tongue import COOKIE

SESSION = "hqc_session"
_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """The reverse proxies that are believed, by address, and the header in which they name a user.

    An empty `header` means that they do not sign anybody in.
    """

    addresses: frozenset[str] = frozenset()
    header: str = ""


@dataclass(frozen=True, slots=True)
class Entrance:
    """Tells who a request comes from."""

    people: People
    proxy: Proxy = field(default_factory=Proxy)

    def person(self, scope: Scope) -> Person | None:
        """Return who asks; None when nobody is signed in, or the request came from elsewhere."""
        headers = Headers(scope=scope)
        if self.people.alone():
            return None if self._passed_on(headers) else LOCAL
        return self._by_token(headers) or self._by_proxy(scope, headers) or self._by_session(scope)

    def source(self, scope: Scope) -> str:
        """Return the address that a request comes from, behind a proxy that is believed."""
        peer = _peer(scope)
        told = Headers(scope=scope).get("x-forwarded-for", "")
        if peer in self.proxy.addresses and told:
            return told.rsplit(",", 1)[-1].strip()
        return peer

    def is_secure(self, scope: Scope) -> bool:
        """Tell whether the reader's connection is encrypted, as far as is known."""
        if _peer(scope) in self.proxy.addresses:
            return Headers(scope=scope).get("x-forwarded-proto") == "https"
        return bool(scope.get("scheme") == "https")

    def _passed_on(self, headers: Headers) -> bool:
        """Tell whether somebody else is behind a request while this machine alone is served."""
        return any(name in headers for name in _FORWARDED)

    def _by_token(self, headers: Headers) -> Person | None:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        return self.people.tokens.person(token.strip()) if scheme.lower() == "bearer" else None

    def _by_proxy(self, scope: Scope, headers: Headers) -> Person | None:
        name = headers.get(self.proxy.header, "") if self.proxy.header else ""
        if not name or _peer(scope) not in self.proxy.addresses:
            return None
        return self.people.users.person(name)

    def _by_session(self, scope: Scope) -> Person | None:
        token = session_of(Headers(scope=scope))
        return self.people.sessions.person(token) if token else None


def session_of(headers: Headers) -> str:
    """Return the session token that a request carries, "" when it has none."""
    return _cookie(headers, SESSION)


def spoken(scope: Scope) -> str:
    """Return the code of the language that a reader chose, "" when none was chosen."""
    return _cookie(Headers(scope=scope), COOKIE)


def _cookie(headers: Headers, name: str) -> str:
    try:
        cookie = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return cookie.value if cookie else ""


def _peer(scope: Scope) -> str:
    client = scope.get("client")
    return str(client[0]) if client else ""
