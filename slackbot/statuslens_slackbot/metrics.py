"""What Prometheus is told: counts and times, by names of which there are few, and never whose request it was."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from statuslens import __version__

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_ANSWER_SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0)
_CALL_SECONDS = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_CLASSES = frozenset("12345")


class CountingCache(Protocol):
    """A cache that counts."""

    hits: int
    misses: int
    rescues: int


class _CacheCollector(Collector):
    def __init__(self, caches: Mapping[str, CountingCache]) -> None:
        self._caches = caches

    def collect(self) -> Iterator[Metric]:
        found = CounterMetricFamily(
            "statuslens_cache",
            "What was looked for in memory; rescued is an old value served for want of the database.",
            labels=["cache", "result"],
        )
        for name, cache in self._caches.items():
            found.add_metric([name, "hit"], cache.hits)
            found.add_metric([name, "miss"], cache.misses)
            found.add_metric([name, "rescued"], cache.rescues)
        yield found


class Metrics:
    """The bot's metrics, in a registry of their own."""

    def __init__(self) -> None:
        """Begin at nought."""
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        Gauge("statuslens_info", "The version that runs.", ["version"], registry=self.registry).labels(__version__).set(
            1
        )
        self._requests = Counter(
            "statuslens_requests", "Requests from Slack, in either mode.", ["kind", "outcome"], registry=self.registry
        )
        self._request_seconds = Histogram(
            "statuslens_request_seconds",
            "From a verified request to its answer.",
            ["kind"],
            buckets=_ANSWER_SECONDS,
            registry=self.registry,
        )
        self._refused = Counter(
            "statuslens_refused", "Requests that the guard refused.", ["status"], registry=self.registry
        )
        self._lookups = Counter("statuslens_lookups", "Codes that were explained.", ["class"], registry=self.registry)
        self._calls = Counter(
            "statuslens_slack_calls",
            "Calls to Slack, once their retries are over.",
            ["method", "outcome"],
            registry=self.registry,
        )
        self._call_seconds = Histogram(
            "statuslens_slack_call_seconds",
            "How long calls to Slack took, retries among it.",
            ["method"],
            buckets=_CALL_SECONDS,
            registry=self.registry,
        )
        self._connections = Counter(
            "statuslens_socket_connections", "Web sockets to Slack that were opened.", registry=self.registry
        )
        self._caches: dict[str, CountingCache] = {}
        self.registry.register(_CacheCollector(self._caches))
        self.in_flight = Gauge(
            "statuslens_in_flight", "Requests and the work after them that are under way.", registry=self.registry
        )
        self.ready = Gauge("statuslens_ready", "Whether the bot is ready, by the latest look.", registry=self.registry)

    def answered(self, kind: str, outcome: str, seconds: float) -> None:
        """Count a request."""
        self._requests.labels(kind, outcome).inc()
        self._request_seconds.labels(kind).observe(seconds)

    def refused(self, status: int) -> None:
        """Count a request that the guard let not in."""
        self._refused.labels(str(status)).inc()

    def looked_up(self, codes: Iterable[str]) -> None:
        """Count codes that were explained to somebody."""
        for code in codes:
            self._lookups.labels(f"{code[0]}xx" if code[:1] in _CLASSES else "other").inc()

    def called_slack(self, method: str, outcome: str, seconds: float) -> None:
        """Count a call to Slack."""
        self._calls.labels(method, outcome).inc()
        self._call_seconds.labels(method).observe(seconds)

    def connected(self) -> None:
        """Count a web socket that was opened."""
        self._connections.inc()

    def watch_cache(self, name: str, cache: CountingCache) -> None:
        """Report how often a cache had what was looked for; it counts by itself, and is asked when somebody looks."""
        self._caches[name] = cache

    def render(self) -> bytes:
        """Write all of it as Prometheus reads it."""
        return generate_latest(self.registry)
