declare function companyIdFromWebhook(payload: unknown): string | undefined;
interface ContextResolver {
  (): string | undefined;
  readonly source: 'context';
}
declare const fromContext: ContextResolver;
type CompanyId = number | bigint | string;
declare function runWithCompanyId<Result>(companyId: CompanyId, fn: () => Result): Result;
declare function currentCompanyId(): string | undefined;
export { companyIdFromWebhook, currentCompanyId, fromContext, runWithCompanyId };
