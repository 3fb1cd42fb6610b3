// Prints which connections the NetworkPolicies of stacks allow, by the analyzer of np-guard: what src/reachability is compared with.
//
// Input: one JSON array of objects per line. Output: one JSON array per line, see connection.
package main

import (
	"bufio"
	"encoding/json"
	"os"

	"github.com/np-guard/netpol-analyzer/pkg/manifests/parser"
	"github.com/np-guard/netpol-analyzer/pkg/netpol/eval"
	appsv1 "k8s.io/api/apps/v1"
	batchv1 "k8s.io/api/batch/v1"
	v1 "k8s.io/api/core/v1"
	netv1 "k8s.io/api/networking/v1"
)

type connection struct {
	// `namespace/name[Kind]` of a workload, or ranges of addresses.
	From string `json:"from"`
	To   string `json:"to"`
	// All connections: every port of every protocol.
	All bool `json:"all,omitempty"`
	// First and last ports by protocol.
	Ports map[string][][2]int64 `json:"ports,omitempty"`
	Error string                `json:"error,omitempty"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 64<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for lines.Scan() {
		line, err := json.Marshal(answer(lines.Bytes()))
		if err != nil {
			panic(err)
		}
		out.Write(line)
		out.WriteByte('\n')
	}
}

func answer(text []byte) []connection {
	engine, err := eval.NewPolicyEngineWithObjects(objectsOf(text))
	if err != nil {
		panic(err)
	}
	peers, err := engine.GetPeersList()
	if err != nil {
		panic(err)
	}
	connections := []connection{}
	for _, from := range peers {
		for _, to := range peers {
			if from.IsPeerIPType() && to.IsPeerIPType() {
				continue
			}
			found := connection{From: from.String(), To: to.String(), Ports: map[string][][2]int64{}}
			allowed, err := engine.AllAllowedConnectionsBetweenWorkloadPeers(from, to)
			if err != nil {
				found.Error = err.Error()
			} else {
				found.All = allowed.AllConnections()
				for protocol, ranges := range allowed.ProtocolsAndPortsMap() {
					for _, one := range ranges {
						found.Ports[string(protocol)] = append(found.Ports[string(protocol)], [2]int64{one.Start(), one.End()})
					}
				}
			}
			connections = append(connections, found)
		}
	}
	return connections
}

func objectsOf(text []byte) []parser.K8sObject {
	var raw []json.RawMessage
	decode(text, &raw)
	objects := make([]parser.K8sObject, 0, len(raw))
	for _, one := range raw {
		var typed struct {
			Kind string `json:"kind"`
		}
		decode(one, &typed)
		object := parser.K8sObject{Kind: typed.Kind}
		decode(one, field(&object))
		objects = append(objects, object)
	}
	return objects
}

// field is where an object of its kind is kept.
func field(object *parser.K8sObject) any {
	switch object.Kind {
	case parser.Namespace:
		object.Namespace = &v1.Namespace{}
		return object.Namespace
	case parser.Deployment:
		object.Deployment = &appsv1.Deployment{}
		return object.Deployment
	case parser.Statefulset:
		object.Statefulset = &appsv1.StatefulSet{}
		return object.Statefulset
	case parser.ReplicaSet:
		object.Replicaset = &appsv1.ReplicaSet{}
		return object.Replicaset
	case parser.Daemonset:
		object.Daemonset = &appsv1.DaemonSet{}
		return object.Daemonset
	case parser.Job:
		object.Job = &batchv1.Job{}
		return object.Job
	case parser.CronJob:
		object.CronJob = &batchv1.CronJob{}
		return object.CronJob
	case parser.Networkpolicy:
		object.Networkpolicy = &netv1.NetworkPolicy{}
		return object.Networkpolicy
	}
	panic("unexpected kind " + object.Kind)
}

func decode(text []byte, into any) {
	if err := json.Unmarshal(text, into); err != nil {
		panic(err)
	}
}
