/** What the lab's machines replace or relax, in the words that the pages show. */
import type { Substitution } from '../../evidence/types.ts'

/** True of every driver. */
export const LAB_SUBSTITUTIONS: readonly Substitution[] = [
  {
    id: 'lab-ca',
    text: {
      ko: '랩의 머신은 랩이 만든 인증 기관(CA)을 신뢰합니다. 업스트림 이름으로 보낸 요청에 랩의 미러가 응답하기 위해서입니다.',
      en: "The lab's machines trust a certificate authority of the lab, so that its mirror can answer under upstream's names.",
    },
  },
  {
    id: 'lab-debian-archive',
    text: {
      ko: '랩의 머신은 Debian 패키지를 랩의 저장소(debian.lab.test)에서 받습니다. 패키지는 Debian의 것이고 저장소의 서명은 랩의 키입니다.',
      en: "The lab's machines take Debian packages from the lab's own archive (debian.lab.test): the packages are Debian's, the archive's signature is the lab's.",
    },
  },
]

/** Recorded by the `uml` driver, which makes them. */
export const UML_SUBSTITUTIONS: readonly Substitution[] = [
  {
    id: 'uml-kernel',
    text: {
      ko: '가상 머신은 User Mode Linux 커널(CPU 하나, cpuset 컨트롤러 없음)로 동작합니다.',
      en: 'The virtual machines run on the User Mode Linux kernel (one CPU, no cpuset controller).',
    },
  },
  {
    id: 'uml-kubeadm-preflight',
    text: {
      ko: '이 커널이 통과할 수 없는 kubeadm 사전 검사 두 가지(SystemVerification, NumCPU)를 경고로 낮춥니다. 머신의 /usr/local/bin/kubeadm이 init과 join에 --ignore-preflight-errors를 더하고, 그 사실을 출력합니다.',
      en: 'Two preflight checks of kubeadm that this kernel cannot pass (SystemVerification, NumCPU) become warnings: /usr/local/bin/kubeadm on the machines adds --ignore-preflight-errors to init and join, and says so.',
    },
  },
  {
    id: 'uml-leases',
    text: {
      ko: '머신 여러 대가 호스트의 코어 몇 개를 나누어 쓰므로 kube-controller-manager와 kube-scheduler의 리스(lease) 시간을 늘립니다. 같은 /usr/local/bin/kubeadm이 init과 join에 --patches를 더하고, 그 사실을 출력합니다.',
      en: 'The machines share few cores of the host, so the leases of kube-controller-manager and kube-scheduler are longer: the same /usr/local/bin/kubeadm adds --patches to init and join, and says so.',
    },
  },
  {
    id: 'uml-cpuinfo',
    text: {
      ko: '/proc/cpuinfo에 클록 속도 줄(cpu MHz)을 더합니다. 이 커널에는 그 줄이 없고, kubelet은 그 줄이 없으면 종료합니다.',
      en: '/proc/cpuinfo is given a clock line (cpu MHz): this kernel prints none, and kubelet exits without one.',
    },
  },
  {
    id: 'uml-iptables-legacy',
    text: {
      ko: 'iptables는 legacy 방식을 씁니다. 이 커널의 nftables에는 NAT가 없습니다.',
      en: "iptables is the legacy variant: this kernel's nftables has no NAT.",
    },
  },
  {
    id: 'uml-cri-o',
    text: {
      ko: '머신에는 CRI-O를 위한 준비가 미리 되어 있습니다. /etc/crio/crio.conf.d/99-lab-uml.conf는 irqbalance 설정 복구를 끄고(이 커널에는 /proc/irq가 없습니다), CRI-O의 이미지 정보 캐시는 디스크 대신 메모리에 둡니다(CRI-O는 이 커널에서 그 캐시 파일을 닫다가 죽습니다).',
      en: "The machines are prepared for CRI-O: /etc/crio/crio.conf.d/99-lab-uml.conf turns off the restoring of irqbalance's settings (this kernel has no /proc/irq), and CRI-O's cache of what it knows of images is kept in memory, not on disk (on this kernel CRI-O dies while it closes that file).",
    },
  },
  {
    id: 'uml-disk-flush',
    text: {
      ko: '머신이 디스크를 플러시해도 호스트는 디스크에 바로 쓰지 않습니다. 호스트가 갑자기 꺼지면 랩의 디스크는 버려야 합니다.',
      en: "The host does not write the machines' disks out at each of their flushes: after a crash of the host the lab's disks are for the bin.",
    },
  },
]
