package io.github.cognitoconnector.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What clusters get, overlay by overlay: well-formed, confined, and in step with the application. */
class KubernetesTest {

    /** What the job engine leaves them, and a database that does not answer when leases are handed back. */
    private static final Duration ROWS_UNDER_WAY = Duration.ofSeconds(15);

    private static final Duration LEASE = Duration.ofSeconds(10);

    static final Path BASE = Path.of("src/main/kubernetes/kubernetes.yml");

    private static final Path RENDERED = Path.of("deploy/kubernetes/rendered");

    static Stream<Manifests> sets() {
        return Stream.of(BASE, RENDERED.resolve("production.yaml"), RENDERED.resolve("development.yaml"))
                .map(Manifests::of);
    }

    @Test
    void aPropertyThatKubernetesDoesNotKnowIsAnError() {
        assertThatThrownBy(() -> Manifests.parse("""
                        apiVersion: v1
                        kind: Service
                        spec:
                          selektor: {}
                        """))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("selektor");
    }

    @ParameterizedTest
    @MethodSource("sets")
    void podsAreConfined(Manifests set) {
        assertThat(set.pods()).isNotEmpty().allSatisfy(pod -> {
            PodSpec spec = pod.getSpec();
            assertThat(spec.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(spec.getSecurityContext().getRunAsUser()).isPositive();
            assertThat(spec.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(spec.getAutomountServiceAccountToken()).isFalse();
            assertThat(spec.getEnableServiceLinks()).isFalse();
            assertThat(spec.getInitContainers()).isEmpty();
            assertThat(spec.getContainers()).hasSize(1).allSatisfy(KubernetesTest::assertConfined);
        });
    }

    private static void assertConfined(Container container) {
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getSecurityContext().getCapabilities().getAdd()).isEmpty();
        assertThat(container.getResources().getLimits()).containsKey("memory");
        assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        assertThat(container.getImage()).matches("[a-z./-]+:[^:]+").doesNotEndWith(":latest");
        assertThat(container.getVolumeMounts())
                .allMatch(mount -> mount.getMountPath().equals("/tmp") || Boolean.TRUE.equals(mount.getReadOnly()));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void secretsComeByReferenceAndPodsThatServeDoNotKnowTheOwner(Manifests set) {
        assertThat(set.pods())
                .flatExtracting(pod -> pod.getSpec().getContainers().getFirst().getEnv())
                .filteredOn(variable -> variable.getName().matches(".*(PASSWORD|SECRET_|TOKEN).*"))
                .isNotEmpty()
                .allMatch(variable ->
                        variable.getValue() == null && variable.getValueFrom().getSecretKeyRef() != null);
        assertThat(container(set).getEnv())
                .noneMatch(variable -> variable.getName().startsWith("QUARKUS_FLYWAY"));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everyVariableIsAKeyOfTheConfiguration(Manifests set) {
        Stream<String> literal = set.every(ConfigMap.class).flatMap(map -> map.getData().keySet().stream());
        Stream<String> ofPods = set.pods()
                .flatMap(pod -> pod.getSpec().getContainers().getFirst().getEnv().stream())
                .map(EnvVar::getName);
        assertThat(Stream.concat(literal, ofPods))
                .isNotEmpty()
                .allSatisfy(
                        variable -> assertThat(ConfigurationKeys.variables()).contains(variable));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void portsAndProbesAreThoseOfTheApplication(Manifests set) {
        Container container = container(set);
        assertThat(container.getPorts())
                .extracting(ContainerPort::getName, ContainerPort::getContainerPort)
                .containsExactlyInAnyOrder(tuple("http", 8080), tuple("management", 9000));
        assertProbe(container.getStartupProbe(), "/q/health/started");
        assertProbe(container.getReadinessProbe(), "/q/health/ready");
        assertProbe(container.getLivenessProbe(), "/q/health/live");
        assertThat(seconds(container.getStartupProbe()))
                .as("a replica that waits for the schema is not killed before it gives up by itself")
                .isGreaterThanOrEqualTo(ConfigurationKeys.schemaPatience().plusMinutes(1));
        assertThat(set.every(Service.class))
                .flatExtracting(service -> service.getSpec().getPorts())
                .extracting(ServicePort::getPort)
                .contains(8080)
                .isSubsetOf(8080, 9000);
    }

    private static void assertProbe(Probe probe, String path) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort()).isEqualTo(new IntOrString("management"));
    }

    private static Duration seconds(Probe probe) {
        return Duration.ofSeconds((long) probe.getPeriodSeconds() * probe.getFailureThreshold());
    }

    @ParameterizedTest
    @MethodSource("sets")
    void aPodHasTheTimeToEnd(Manifests set) {
        PodSpec pod = set.one(Deployment.class).getSpec().getTemplate().getSpec();
        long drained = container(set).getLifecycle().getPreStop().getSleep().getSeconds();
        assertThat(drained).isPositive();
        assertThat(ConfigurationKeys.shutdownDelay()
                        .plus(ConfigurationKeys.shutdownTimeout())
                        .plus(ROWS_UNDER_WAY)
                        .plus(LEASE))
                .as("docs/operations.md: leave it 60 s")
                .isLessThanOrEqualTo(Duration.ofSeconds(60));
        assertThat(Duration.ofSeconds(pod.getTerminationGracePeriodSeconds()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(60 + drained));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void releasesTakeNoReplicaAway(Manifests set) {
        var strategy = set.one(Deployment.class).getSpec().getStrategy();
        assertThat(strategy.getType()).isEqualTo("RollingUpdate");
        assertThat(strategy.getRollingUpdate().getMaxUnavailable()).isEqualTo(new IntOrString(0));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void selectorsFindPods(Manifests set) {
        assertThat(set.every(Service.class))
                .allMatch(service -> set.selectsPods(service.getSpec().getSelector()));
        assertThat(set.every(PodDisruptionBudget.class))
                .allMatch(budget -> set.selectsPods(budget.getSpec().getSelector()));
        assertThat(set.every(NetworkPolicy.class))
                .isNotEmpty()
                .allMatch(policy -> set.selectsPods(policy.getSpec().getPodSelector()));
        assertThat(set.one(Deployment.class).getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                .hasSize(2)
                .allMatch(spread -> set.selectsPods(spread.getLabelSelector()));
        assertThat(set.pods())
                .allSatisfy(pod -> assertThat(set.every(NetworkPolicy.class))
                        .as("a policy for each pod")
                        .anyMatch(policy -> pod.getMetadata()
                                .getLabels()
                                .entrySet()
                                .containsAll(policy.getSpec()
                                        .getPodSelector()
                                        .getMatchLabels()
                                        .entrySet())));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void onlyWhatIsNeededGoesInAndOut(Manifests set) {
        assertThat(set.every(NetworkPolicy.class)).allSatisfy(policy -> {
            assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
            assertThat(policy.getSpec().getIngress())
                    .allSatisfy(rule -> assertThat(rule.getFrom()).isNotEmpty());
            assertThat(policy.getSpec().getIngress())
                    .flatExtracting(rule -> rule.getPorts())
                    .extracting(NetworkPolicyPort::getPort)
                    .isSubsetOf(new IntOrString(8080), new IntOrString(9000));
            assertThat(policy.getSpec().getEgress())
                    .flatExtracting(rule -> rule.getPorts())
                    .extracting(NetworkPolicyPort::getPort)
                    .isNotEmpty()
                    .isSubsetOf(new IntOrString(53), new IntOrString(5432), new IntOrString(443));
        });
    }

    @Test
    void productionScalesByLoadAndIsWatched() throws IOException {
        Manifests production = Manifests.of(RENDERED.resolve("production.yaml"));
        HorizontalPodAutoscaler autoscaler = production.one(HorizontalPodAutoscaler.class);
        assertThat(autoscaler.getSpec().getMinReplicas()).isGreaterThanOrEqualTo(2);
        assertThat(autoscaler.getSpec().getScaleTargetRef().getName())
                .isEqualTo(production.one(Deployment.class).getMetadata().getName());
        assertThat(production.one(Deployment.class).getSpec().getReplicas())
                .as("left to the autoscaler")
                .isNull();
        ServiceMonitor monitor = production.one(ServiceMonitor.class);
        Map<String, String> wanted = monitor.getSpec().getSelector().getMatchLabels();
        List<Service> watched = production
                .every(Service.class)
                .filter(service -> service.getMetadata().getLabels().entrySet().containsAll(wanted.entrySet()))
                .toList();
        assertThat(Files.readString(Path.of("deploy/observability/alerts.yaml")))
                .as("the job that alerts are about")
                .contains("{job=\"%s\"}"
                        .formatted(watched.getFirst()
                                .getMetadata()
                                .getLabels()
                                .get(monitor.getSpec().getJobLabel())));
        assertThat(watched)
                .singleElement()
                .satisfies(service -> assertThat(service.getSpec().getPorts())
                        .extracting(ServicePort::getName, ServicePort::getPort)
                        .containsExactly(tuple(
                                monitor.getSpec().getEndpoints().getFirst().getPort(), 9000)));
    }

    private static Container container(Manifests set) {
        return set.one(Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .getFirst();
    }
}
