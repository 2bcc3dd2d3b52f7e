"""Amounts of money as a citizen reads them. Money is whole cents everywhere else."""


def euro(centen: int) -> str:
    """`216000` → `€ 2.160`, `119550` → `€ 1.195,50`."""
    heel, rest = divmod(centen, 100)
    tekst = f"€ {heel:,}".replace(",", ".")
    return f"{tekst},{rest:02}" if rest else tekst
