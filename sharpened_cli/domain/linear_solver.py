"""One silent, repeatable HiGHS solver for mixed-integer models."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import highspy


def new_solver(*, seed: int, gap: float, absolute_gap: float, most_nodes: int) -> highspy.Highs:
    """Return a solver that stops by gap and node count, never by time, on one thread.

    The same model and seed give the same answer in every process and on every machine.
    """
    import highspy as package

    class Silent(package.Highs):
        """HiGHS prints a banner when callbacks are enabled, before any option can be set: there are none here."""

        def enableCallbacks(self) -> None:  # noqa: N802 # the name of the method that is replaced
            self.setOptionValue("output_flag", False)  # noqa: FBT003 # HiGHS takes its options by position

    solver = Silent()  # type: ignore[no-untyped-call] # highspy does not annotate its constructor
    for option, value in (
        ("threads", 1), ("random_seed", seed % 2**31), ("mip_rel_gap", gap), ("mip_abs_gap", absolute_gap),
        ("mip_max_nodes", most_nodes),
    ):  # fmt: skip
        solver.setOptionValue(option, value)
    return solver
