import type { MissingHeaderAnswer } from './missing-header';
import type { EdgeRequest } from './request-log';

export interface ProjectSettings {
  readonly id: string;
  readonly name: string;
}

export interface CompanySettings extends ProjectSettings {
  readonly projects: readonly ProjectSettings[];
}

/** The options after validation: nothing optional, ids as decimal strings. */
export interface EdgeSettings {
  readonly port: number;
  readonly missingHeader: MissingHeaderAnswer;
  readonly serviceAccount: boolean;
  readonly requireToken: boolean;
  readonly disconnectedCompanies: ReadonlySet<string>;
  readonly companies: readonly CompanySettings[];
  readonly cors: boolean;
  readonly onRequest: (request: EdgeRequest) => unknown;
}
