import { hide } from '../errors/procore-company-id-error';
import { TimeLimitError } from './time-limit';

interface RequestName {
  readonly method: string;
  readonly route: string;
}

const ADVICE = {
  'store.get':
    'Repair the store, or set the option `lookup`, which is called when the store cannot answer.',
  lookup: 'Make it answer sooner, or set a longer `lookupTimeout`.',
};

/** A request was not sent, because the store or `lookup` could not say which company its project belongs to. */
export function noAnswerError(
  who: 'store.get' | 'lookup',
  projectId: string,
  { method, route }: RequestName,
  cause: unknown,
): Error {
  const why =
    cause instanceof TimeLimitError
      ? `did not answer within ${cause.ms} ms (\`lookupTimeout\`)`
      : 'failed, see `cause`';
  const error = new Error(
    `Not sent: ${method} ${route} needs the company of project ${projectId}, and \`${who}\` of projectDirectory ${why}. ${ADVICE[who]}`,
  );
  // The caller may want to retry after an outage, so the original is kept. It is not enumerable, because it may hold a password.
  hide(error, 'cause', cause);
  return error;
}
