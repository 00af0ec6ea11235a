import { context, metrics, propagation, trace } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
  type ViewOptions,
} from '@opentelemetry/sdk-metrics';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import { codeWith } from '../support/documents';
import { useInterceptingEdge } from '../support/intercept-created';
import { runSnippet } from '../support/snippets';

const recipe = codeWith('docs/recipes.md', 'getActiveSpan');
const COUNTER = 'procore.company_id.events';
const RFIS = '/rest/v1.0/projects/:project_id/rfis';

const spans = new InMemorySpanExporter();
let read: () => Promise<unknown[]>;

/** Starts the SDK, whose exporters keep everything in memory. */
function startSdk(views: ViewOptions[] = []): void {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter });
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader], views }));
  new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }).register();
  read = async () => {
    await reader.forceFlush();
    const exported = [...exporter.getMetrics()];
    await reader.shutdown();
    return exported
      .flatMap(({ scopeMetrics }) => scopeMetrics)
      .flatMap((scope) => scope.metrics)
      .filter(({ descriptor }) => descriptor.name === COUNTER)
      .flatMap((metric) => metric.dataPoints as { attributes: object; value: unknown }[])
      .map(({ attributes, value }) => ({ ...attributes, value }));
  };
}

useInterceptingEdge();

afterEach(() => {
  spans.reset();
  for (const api of [metrics, trace, context, propagation]) api.disable();
});

const attributesOfSpans = () => spans.getFinishedSpans().map(({ attributes }) => attributes);

describe('the recipe for OpenTelemetry', () => {
  test('counts by type, source and route, and notes the company on the span of each job', async () => {
    startSdk();

    await runSnippet(recipe);

    expect(await read()).toEqual([{ type: 'resolved', source: 'context', route: RFIS, value: 2 }]);
    expect(attributesOfSpans()).toHaveLength(2);
    expect(attributesOfSpans()).toEqual(
      expect.arrayContaining([{ 'procore.company_id': '7' }, { 'procore.company_id': '42' }]),
    );
  });

  test('counts what has no company, no source and no route, without a span too', async () => {
    startSdk();
    const calls = `
      await procore.get('/rest/v1.0/projects/3/rfis').catch(() => undefined);
      await procore.get('http://127.0.0.1:1/a-secret-path', { proxy: false }).catch(() => undefined);
      await runJob(42, () => procore.get('http://127.0.0.1:1/', { proxy: false }).catch(() => 0));
    `;

    await runSnippet(`${recipe}${calls}`);

    expect(await read()).toEqual([
      { type: 'resolved', source: 'context', route: RFIS, value: 2 },
      { type: 'unresolved', source: 'none', route: RFIS, value: 1 },
      { type: 'out-of-scope', source: 'none', route: 'none', value: 2 },
    ]);
    expect(attributesOfSpans()).toContainEqual({});
  });

  test('counts an answer of Procore beside the decision', async () => {
    startSdk();
    const job = `await runJob(9, () => procore.get('/rest/v1.0/projects/3/rfis').catch(() => 0));`;

    await runSnippet(`${recipe}${job}`);

    expect(await read()).toContainEqual(
      expect.objectContaining({ type: 'invalid-company-id', source: 'context', value: 1 }),
    );
    expect(attributesOfSpans()).toContainEqual({ 'procore.company_id': '9' });
  });

  test('has a view that drops the route', async () => {
    const exported: { views?: ViewOptions[] } = {};
    await runSnippet(codeWith('docs/recipes.md', 'createAllowListAttributesProcessor'), exported);
    startSdk(exported.views);

    await runSnippet(recipe);

    expect(await read()).toEqual([{ type: 'resolved', source: 'context', value: 2 }]);
  });

  test('counts nothing where the SDK starts after it', async () => {
    await runSnippet(recipe);
    startSdk();

    expect(await read()).toEqual([]);
  });
});
