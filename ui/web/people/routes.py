"""The routes about people, together."""

from __future__ import annotations

from fastapi import APIRouter

from ui.application import FullApplication
from ui.web.entrance import Entrance
from ui.web.people.account import account
from ui.web.people.administration import administration_pages
from ui.web.people.model_page import model_pages
from ui.web.people.signing import signing


def people_pages(application: FullApplication, entrance: Entrance) -> APIRouter:
    """Return them for `application`."""
    every = APIRouter()
    every.include_router(signing(application.people, entrance))
    every.include_router(account(application, entrance))
    every.include_router(administration_pages(application))
    every.include_router(model_pages(application))
    return every
