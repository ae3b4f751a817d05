package io.github.cascadecontract.check;

import io.github.cascadecontract.finding.FindingCode;
import java.util.List;

/** All checks. */
final class Checks {
    static final List<Check> ALL = List.of(
            new MissingTables(),
            new MissingId(),
            new MissingForeignKey(),
            new PassiveAction(),
            new BlockedBelow(),
            new RootRow(),
            new DeclaredAction(),
            new NullingKey(),
            new ActionOnNotNull(),
            new LoadingDecides(),
            new IntoProtected(),
            new Unmapped(),
            new SharedTargets(),
            new PersistToOwner(),
            new MissingIndex(),
            new MissingUniqueKey(),
            new LinkTableKey(),
            new LinksInTheWay(),
            new KeyTypes(),
            new NullableKeys(),
            new ConstraintStates(),
            new CascadeCycle(),
            new SeveralPaths(),
            new RestrictBesideCascade(),
            new UnusedCascade(),
            new Unread(FindingCode.CASCADE_SKIPS_CALLBACKS, Features::callbacks),
            new Unread(FindingCode.CASCADE_SKIPS_VERSION, Features::version),
            new Unread(FindingCode.CASCADE_LEAVES_CACHE, Features::cache));

    private Checks() {}
}
