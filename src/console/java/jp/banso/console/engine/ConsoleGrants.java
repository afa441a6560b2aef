package jp.banso.console.engine;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rights in the engine: system administrators may read, and nothing else is granted to anybody. All are wildcard rights,
 * written anew at each start. Staff have none, because no call of theirs reaches the engine's REST interface.
 */
@Component
class ConsoleGrants {

    static final String READERS = "system-admin";

    private record Grant(Resource resource, Permission... permissions) {}

    private static final List<Grant> ALL = List.of(
            new Grant(Resources.APPLICATION, Permissions.ACCESS),
            new Grant(Resources.USER, Permissions.READ),
            new Grant(Resources.GROUP, Permissions.READ),
            new Grant(Resources.TENANT, Permissions.READ),
            new Grant(Resources.AUTHORIZATION, Permissions.READ),
            new Grant(
                    Resources.PROCESS_DEFINITION,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.READ_HISTORY,
                    ProcessDefinitionPermissions.READ_HISTORY_VARIABLE),
            new Grant(Resources.PROCESS_INSTANCE, Permissions.READ),
            new Grant(Resources.TASK, Permissions.READ),
            new Grant(Resources.DEPLOYMENT, Permissions.READ),
            new Grant(Resources.DECISION_DEFINITION, Permissions.READ, Permissions.READ_HISTORY),
            new Grant(Resources.DECISION_REQUIREMENTS_DEFINITION, Permissions.READ),
            new Grant(Resources.BATCH, BatchPermissions.READ, BatchPermissions.READ_HISTORY),
            new Grant(Resources.SYSTEM, SystemPermissions.READ));

    private final AuthorizationService authorizations;

    ConsoleGrants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void write() {
        authorizations
                .createAuthorizationQuery()
                .list()
                .forEach(old -> authorizations.deleteAuthorization(old.getId()));
        for (Grant grant : ALL) {
            Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            right.setGroupId(READERS);
            right.setResource(grant.resource());
            right.setResourceId(Authorization.ANY);
            right.setPermissions(grant.permissions());
            authorizations.saveAuthorization(right);
        }
    }
}
