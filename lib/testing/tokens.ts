/** Documented lifetime of an access token: 90 minutes. The edge only expires it when asked to. */
const LIFETIME_SECONDS = 5400;

interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'bearer';
  readonly expires_in: number;
  readonly created_at: number;
  readonly refresh_token?: string;
}

/** The tokens issued by one edge, numbered: `edge-access-1`, `edge-refresh-1`. */
export interface TokenStore {
  issue(options: { refreshable: boolean }): TokenAnswer;
  /** Uses a refresh token up, which works once. */
  useRefreshToken(token: string | undefined): boolean;
  /** Whether an `Authorization` header carries a valid token. */
  accepts(authorization: string | undefined): boolean;
  /** Ends an access token together with its refresh token, or a refresh token. */
  revoke(token: string | undefined): void;
  /** Ends all access tokens; refresh tokens still work. */
  expireAll(): void;
}

export function createTokenStore(): TokenStore {
  /** Each access token with the refresh token issued beside it. */
  const access = new Map<string, string>();
  const refresh = new Set<string>();
  let issued = 0;
  return {
    issue({ refreshable }) {
      issued += 1;
      const [accessToken, refreshToken] = [`edge-access-${issued}`, `edge-refresh-${issued}`];
      access.set(accessToken, refreshToken);
      if (refreshable) refresh.add(refreshToken);
      return {
        access_token: accessToken,
        token_type: 'bearer',
        expires_in: LIFETIME_SECONDS,
        created_at: Math.floor(Date.now() / 1000),
        ...(refreshable && { refresh_token: refreshToken }),
      };
    },
    useRefreshToken: (token = '') => refresh.delete(token),
    accepts: (authorization = '') => access.has(/^Bearer +(.+)$/i.exec(authorization)?.[1] ?? ''),
    revoke(token = '') {
      refresh.delete(access.get(token) ?? token);
      access.delete(token);
    },
    expireAll: () => {
      access.clear();
    },
  };
}
