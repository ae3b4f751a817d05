package io.github.cascadecontract.conformance.kit.broken;

import io.github.cascadecontract.conformance.kit.jdbc.Seams;
import io.github.cascadecontract.contract.ForeignKey;
import io.github.cascadecontract.contract.KeySide;
import io.github.cascadecontract.contract.Relation;
import io.github.cascadecontract.plan.Step;
import io.github.cascadecontract.plan.StepHandler;
import io.github.cascadecontract.plan.Timing;
import io.github.cascadecontract.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Adapters that do not do what the engine decided. */
final class StepFaults {
    private StepFaults() {}

    static BrokenAdapter nullsInsteadOfDeleting() {
        return broken(good -> new StepWrapper(good) {
            @Override
            public void remove(Step.Remove step) {
                Relation relation = step.because().relation();
                if (relation != null && relation.keySide() == KeySide.TARGET) {
                    good.setReference(
                            new Step.SetReference(step.entity(), relation.key(), null, Timing.NORMAL, step.because()));
                } else {
                    good.remove(step);
                }
            }
        });
    }

    static BrokenAdapter deletesFarSide() {
        return broken(good -> new StepWrapper(good) {
            @Override
            public void removeLinks(Step.RemoveLinks step) {
                good.removeLinks(step);
                step.targets().forEach(target -> good.remove(new Step.Remove(target, Timing.NORMAL, step.because())));
            }

            @Override
            public void clearLinks(Step.ClearLinks step) {
                good.clearLinks(step);
                if (step.relation().attribute().get(step.entity()) instanceof Collection<?> targets) {
                    targets.forEach(target -> good.remove(new Step.Remove(target, Timing.NORMAL, step.because())));
                }
            }
        });
    }

    static BrokenAdapter keepsLinks() {
        return broken(good -> new StepWrapper(good) {
            @Override
            public void clearLinks(Step.ClearLinks step) {}
        });
    }

    /** Deletes all link rows and inserts those that stay again. */
    static BrokenAdapter rewritesLinks() {
        return broken(good -> new StepWrapper(good) {
            @Override
            public void addLinks(Step.AddLinks step) {
                rewrite(step.entity(), step.relation(), step);
            }

            @Override
            public void removeLinks(Step.RemoveLinks step) {
                rewrite(step.entity(), step.relation(), step);
            }

            private void rewrite(Object entity, Relation relation, Step step) {
                good.clearLinks(new Step.ClearLinks(entity, relation, Timing.NORMAL, step.because()));
                List<Object> all =
                        new ArrayList<>((Collection<?>) relation.attribute().get(entity));
                good.addLinks(new Step.AddLinks(entity, relation, all, step.because()));
            }
        });
    }

    /** What moved is taken for an orphan. */
    static BrokenAdapter losesMovedChild() {
        return broken(good -> new StepWrapper(good) {
            @Override
            public void setReference(Step.SetReference step) {
                if (step.parent() == null || step.because().rule() != Rule.ORP_3) {
                    good.setReference(step);
                } else {
                    good.remove(new Step.Remove(step.child(), Timing.NORMAL, step.because()));
                }
            }
        });
    }

    /** A child keeps its key when it loses its parent. */
    static BrokenAdapter neverNulls() {
        return broken(good -> new StepWrapper(good) {
            @Override
            public void setReference(Step.SetReference step) {
                if (step.parent() != null) {
                    good.setReference(step);
                }
            }
        });
    }

    static BrokenAdapter setsNoBackReference() {
        return broken(good -> new StepWrapper(good) {
            @Override
            public void setReference(Step.SetReference step) {
                if (step.parent() == null) {
                    good.setReference(step);
                }
            }
        });
    }

    /** Inserts and updates go before all deletes. */
    static BrokenAdapter insertsFirst() {
        return broken(good -> new StepWrapper(good) {
            @Override
            public void remove(Step.Remove step) {
                good.remove(new Step.Remove(step.entity(), Timing.NORMAL, step.because()));
            }

            @Override
            public void setReference(Step.SetReference step) {
                good.setReference(
                        new Step.SetReference(step.child(), step.key(), step.parent(), Timing.NORMAL, step.because()));
            }
        });
    }

    /** Rows that refer to each other get their keys at once. */
    static BrokenAdapter breaksNoCircle() {
        return broken(good -> new StepWrapper(good) {
            @Override
            public void persist(Step.Persist step) {
                good.persist(new Step.Persist(step.entity(), Set.<ForeignKey>of(), step.because()));
            }

            @Override
            public void setReference(Step.SetReference step) {
                if (step.because().rule() != Rule.REM_9) {
                    good.setReference(step);
                }
            }
        });
    }

    static BrokenAdapter insertsDiscarded() {
        return broken(good -> new StepWrapper(good) {
            @Override
            public void discard(Step.Discard step) {
                good.persist(new Step.Persist(step.entity(), Set.of(), step.because()));
            }
        });
    }

    static BrokenAdapter leavesGhosts() {
        return broken(good -> new StepWrapper(good) {
            @Override
            public void forgetMissing(Step.ForgetMissing step) {}
        });
    }

    static BrokenAdapter copiesNothing() {
        return broken(good -> new StepWrapper(good) {
            @Override
            public void copyValues(Step.CopyValues step) {}
        });
    }

    static BrokenAdapter assignsNothing() {
        return broken(good -> new StepWrapper(good) {
            @Override
            public void assign(Step.Assign step) {}
        });
    }

    /** Merge adds what is given, and keeps what is not. */
    static BrokenAdapter onlyAdds() {
        return broken(good -> new StepWrapper(good) {
            @Override
            public void assign(Step.Assign step) {
                List<Object> all = new ArrayList<>(step.members());
                if (step.relation().attribute().get(step.entity()) instanceof Collection<?> kept) {
                    kept.stream()
                            .filter(member -> !step.members().contains(member))
                            .forEach(all::add);
                }
                good.assign(new Step.Assign(step.entity(), step.relation(), all, step.because()));
            }
        });
    }

    static BrokenAdapter refreshesNothing() {
        return broken(good -> new StepWrapper(good) {
            @Override
            public void refresh(Step.Refresh step) {}
        });
    }

    static BrokenAdapter detachesNothing() {
        return broken(good -> new StepWrapper(good) {
            @Override
            public void detach(Step.Detach step) {}
        });
    }

    private static BrokenAdapter broken(UnaryOperator<StepHandler> fault) {
        return BrokenAdapter.inside(Seams.steps(fault));
    }
}
