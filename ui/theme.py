"""The look of Gradio's own parts: our font in every weight, our colours, light and dark."""

from __future__ import annotations

import gradio as gr
from gradio.themes.utils.colors import Color

FONT = ("Be Vietnam Pro", "system-ui", "sans-serif")
INK = Color(
    name="ink",
    c50="#f4f7f9",
    c100="#e7edf1",
    c200="#d3dde4",
    c300="#b1c1cc",
    c400="#8499a8",
    c500="#627786",
    c600="#4b5f6d",
    c700="#374955",
    c800="#22313b",
    c900="#16222a",
    c950="#0e171d",
)
SEA = Color(
    name="sea",
    c50="#eef7f8",
    c100="#d5ecef",
    c200="#aad8de",
    c300="#74bcc6",
    c400="#3f9baa",
    c500="#1d7f90",
    c600="#0f6778",
    c700="#0d5463",
    c800="#0f4452",
    c900="#0f3844",
    c950="#06232c",
)


def theme() -> gr.themes.Base:
    """Return the theme; its fonts are served from `/ui/fonts.css`, none from elsewhere."""
    base = gr.themes.Base(
        primary_hue=SEA,
        secondary_hue=SEA,
        neutral_hue=INK,
        radius_size=gr.themes.sizes.radius_md,
        font=_fonts(*FONT),
        font_mono=_fonts("ui-monospace", "monospace"),
    )
    return base.set(body_background_fill="*neutral_50", body_background_fill_dark="*neutral_950")


def _fonts(*names: str) -> list[gr.themes.Font]:
    """Return plain fonts: `Font` makes no stylesheet, so nothing is fetched for it."""
    return [gr.themes.Font(name) for name in names]
