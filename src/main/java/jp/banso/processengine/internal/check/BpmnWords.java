package jp.banso.processengine.internal.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The elements and attributes a process model may contain. What is not here is refused. */
public final class BpmnWords {

    static final Set<String> WAITING = Set.of(
            "userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway", "callActivity", "subProcess");
    public static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "task",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent");

    private static final String TABLE =
            """
            definitions: targetNamespace exporter exporterVersion expressionLanguage typeLanguage modeler:executionPlatform modeler:executionPlatformVersion xsi:schemaLocation
            collaboration: isClosed
            participant: processRef
            messageFlow: sourceRef targetRef
            process: isExecutable processType isClosed camunda:historyTimeToLive camunda:versionTag camunda:isStartableInTasklist
            laneSet:
            lane:
            flowNodeRef:
            documentation: textFormat
            extensionElements:
            incoming:
            outgoing:
            startEvent: isInterrupting camunda:asyncBefore
            endEvent:
            userTask: default camunda:formRef camunda:formRefBinding camunda:candidateGroups camunda:assignee camunda:dueDate camunda:followUpDate camunda:priority
            serviceTask: default camunda:delegateExpression
            sendTask: default camunda:delegateExpression
            receiveTask: default messageRef
            manualTask: default
            task: default
            businessRuleTask: default camunda:decisionRef camunda:decisionRefBinding camunda:mapDecisionResult camunda:resultVariable
            callActivity: default calledElement camunda:calledElementBinding
            subProcess: default triggeredByEvent
            exclusiveGateway: default gatewayDirection
            parallelGateway: gatewayDirection
            inclusiveGateway: default gatewayDirection
            eventBasedGateway: gatewayDirection eventGatewayType instantiate
            intermediateCatchEvent: parallelMultiple
            intermediateThrowEvent:
            boundaryEvent: attachedToRef cancelActivity parallelMultiple
            sequenceFlow: sourceRef targetRef isImmediate
            conditionExpression: xsi:type
            messageEventDefinition: messageRef camunda:delegateExpression
            timerEventDefinition:
            timeDate: xsi:type
            timeDuration: xsi:type
            timeCycle: xsi:type
            errorEventDefinition: errorRef
            escalationEventDefinition: escalationRef
            conditionalEventDefinition:
            condition: xsi:type
            terminateEventDefinition:
            linkEventDefinition:
            multiInstanceLoopCharacteristics: isSequential camunda:collection camunda:elementVariable
            loopCardinality: xsi:type
            completionCondition: xsi:type
            message:
            error: errorCode
            escalation: escalationCode
            textAnnotation: textFormat
            text:
            association: sourceRef targetRef associationDirection
            group: categoryValueRef
            category:
            categoryValue: value
            dataObject: isCollection
            dataObjectReference: dataObjectRef
            dataStoreReference: dataStoreRef
            camunda:in: source sourceExpression target variables businessKey local
            camunda:out: source sourceExpression target variables local
            camunda:inputOutput:
            camunda:inputParameter:
            camunda:outputParameter:
            camunda:properties:
            camunda:property: value
            di:BPMNDiagram:
            di:BPMNPlane: bpmnElement
            di:BPMNShape: bpmnElement isHorizontal isExpanded isMarkerVisible isMessageVisible di:stroke di:fill di:background-color di:border-color di:color
            di:BPMNEdge: bpmnElement sourceElement targetElement messageVisibleKind di:stroke di:fill di:background-color di:border-color di:color
            di:BPMNLabel: labelStyle di:color
            di:BPMNLabelStyle:
            di:Bounds: x y width height
            di:Font: size isBold isItalic isUnderline isStrikeThrough
            di:waypoint: x y xsi:type
            """;
    private static final Set<String> ASYNC =
            Set.of("camunda:asyncBefore", "camunda:asyncAfter", "camunda:exclusive", "camunda:jobPriority");

    private static final Map<String, Set<String>> ATTRIBUTES = read(TABLE);

    private BpmnWords() {}

    static boolean knows(String element) {
        return ATTRIBUTES.containsKey(element);
    }

    static boolean allows(String element, String attribute) {
        return attribute.equals("id")
                || attribute.equals("name")
                || ATTRIBUTES.getOrDefault(element, Set.of()).contains(attribute)
                || NODES.contains(element) && ASYNC.contains(attribute);
    }

    static Map<String, Set<String>> read(String table) {
        var words = new HashMap<String, Set<String>>();
        table.lines().forEach(line -> {
            int colon = line.endsWith(":") ? line.length() - 1 : line.indexOf(": ");
            words.put(
                    line.substring(0, colon),
                    Arrays.stream(line.substring(colon + 1).strip().split(" "))
                            .filter(word -> !word.isEmpty())
                            .collect(Collectors.toSet()));
        });
        return words;
    }
}
