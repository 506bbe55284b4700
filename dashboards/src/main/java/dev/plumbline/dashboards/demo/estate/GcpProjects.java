package dev.plumbline.dashboards.demo.estate;

import static dev.plumbline.dashboards.demo.company.Json.list;
import static dev.plumbline.dashboards.demo.company.Json.object;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Team;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Google Cloud projects and who may do what in them. */
final class GcpProjects {
    private final Company company;

    GcpProjects(Company company) {
        this.company = company;
    }

    Stream<Draft> drafts(CloudAccount project) {
        return Stream.of(project(project));
    }

    static String number(Company company, CloudAccount project) {
        return company.parameters().seeds().digits(12, "project number", project.id());
    }

    private Draft project(CloudAccount project) {
        String id = "//cloudresourcemanager.googleapis.com/projects/" + project.id();
        Map<String, @Nullable Object> config = object(
                "name", "projects/" + number(company, project),
                "parent", "folders/" + company.parameters().seeds().digits(12, "folder"),
                "projectId", project.id(),
                "displayName", project.name(),
                "state", "ACTIVE",
                "createTime", company.parameters().daysBeforeEnd(900).toString(),
                "labels", object("env", project.stage()),
                "iamPolicy",
                        object(
                                "version",
                                3L,
                                "etag",
                                "BwYk" + company.parameters().seeds().hex(8, id),
                                "bindings",
                                bindings(project),
                                "auditConfigs",
                                auditConfigs()));
        return new Draft(project, "global", "gcp.project", id, project.name(), config)
                .tagged(Map.of("env", project.stage()));
    }

    private List<@Nullable Object> bindings(CloudAccount project) {
        List<@Nullable Object> bindings = list();
        for (Team team : Team.values()) {
            bindings.add(binding("roles/storage.objectViewer", "group:%s@meridian.example".formatted(team.key())));
        }
        bindings.add(binding("roles/browser", "domain:meridian.example"));
        // near miss: the word editor is in a narrow role's name
        bindings.add(binding("roles/datacatalog.tagEditor", "group:platform@meridian.example"));
        bindings.add(binding(
                "roles/container.serviceAgent",
                "serviceAccount:service-%s@container-engine-robot.iam.gserviceaccount.com"
                        .formatted(number(company, project))));
        return bindings;
    }

    static Map<String, @Nullable Object> binding(String role, String... members) {
        return object("role", role, "members", list((Object[]) members));
    }

    private static List<@Nullable Object> auditConfigs() {
        return list(object(
                "service",
                "allServices",
                "auditLogConfigs",
                list(
                        object("logType", "ADMIN_READ"),
                        object("logType", "DATA_READ"),
                        object("logType", "DATA_WRITE"))));
    }
}
