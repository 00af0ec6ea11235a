import { CompanyIndex } from './companies';
import { isExemptRoute, type RouteTraits } from './finding';
import { OTHERS, type Place, placeOf } from './place';
import { RouteTally } from './route-tally';

const MOST_HOSTS = 100;

/** The settings of a tally. */
export interface TallySettings {
  readonly maxRoutes: number;
  readonly serviceAccount: boolean;
  /** Whether calls to a route name a project. */
  readonly namesProject: (method: string, route: string) => boolean;
}

/** Counts by route or host, then by method. Joining the two into one key would take as long as the rest of the counting. */
class Places {
  private readonly byTarget = new Map<string, Map<string, RouteTally>>();
  /** How many are counted separately. */
  private told = 0;

  constructor(
    private readonly most: number,
    private readonly others: Place,
  ) {}

  get(method: unknown, target: unknown): RouteTally | undefined {
    return this.byTarget.get(target as string)?.get(method as string);
  }

  /** The place itself, or the one for all others if there are too many. */
  shown(place: Place): Place {
    return this.told < this.most ? place : this.others;
  }

  add(target: string, tally: RouteTally): void {
    const byMethod = this.byTarget.get(target) ?? new Map<string, RouteTally>();
    this.byTarget.set(target, byMethod.set(tally.place.method, tally));
    if (target !== OTHERS) this.told++;
  }

  all(): RouteTally[] {
    return [...this.byTarget.values()].flatMap((byMethod) => [...byMethod.values()]);
  }
}

const targetOf = ({ route, host }: Place): string => (route ?? host) as string;

/** Counts by method and route, in bounded memory. */
export class Tally {
  readonly companies = new CompanyIndex();
  /** The number of companies in merged reports, which hold no ids. */
  leastCompanies = 0;
  private readonly routes: Places;
  private readonly hosts = new Places(MOST_HOSTS, { method: OTHERS, host: OTHERS });

  constructor(private readonly settings: TallySettings) {
    this.routes = new Places(settings.maxRoutes, { method: OTHERS, route: OTHERS });
  }

  /** The counts of a place, or of everything that is counted together with it. */
  at(method: unknown, route: unknown, host: unknown): RouteTally {
    // Nearly all routes and methods are in their normal form already.
    return this.routes.get(method, route) ?? this.atPlace(placeOf(method, route, host));
  }

  /** The counts of all places. */
  all(): RouteTally[] {
    return [...this.routes.all(), ...this.hosts.all()];
  }

  traitsOf({ method, route = '' }: Place): RouteTraits {
    const { namesProject, serviceAccount } = this.settings;
    return {
      namesProject: route.includes('/:project_id') || namesProject(method, route),
      isExempt: isExemptRoute(method, route, serviceAccount),
    };
  }

  private atPlace(place: Place): RouteTally {
    const places = place.route === undefined ? this.hosts : this.routes;
    const known = places.get(place.method, targetOf(place));
    if (known) return known;
    const shown = places.shown(place);
    return places.get(shown.method, targetOf(shown)) ?? this.open(places, shown);
  }

  private open(places: Places, place: Place): RouteTally {
    const opened = new RouteTally(place, this.traitsOf(place));
    places.add(targetOf(place), opened);
    return opened;
  }
}
