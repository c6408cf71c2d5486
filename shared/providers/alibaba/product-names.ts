/**
 * Products by the names that sheets have for them: those of the console in English and Chinese, codes
 * and usual short names (Alibaba contract, section 4). Each line is one product.
 */
const NAMES = `
  Elastic Compute Service | ECS | Alibaba Cloud ECS | 云服务器 ECS | 云服务器
  ApsaraDB RDS | RDS | ApsaraDB for RDS | 云数据库 RDS | 云数据库 RDS 版
  Tair (Redis) | Tair | Redis | KVStore | ApsaraDB for Redis | Tair (Redis OSS-compatible) | 云数据库 Tair | 云数据库 Redis | 云数据库 Redis 版 | 云数据库 Tair (兼容 Redis)
  ApsaraDB for MongoDB | MongoDB | DDS | 云数据库 MongoDB 版 | 云数据库 MongoDB
  Simple Application Server | SAS | SWAS | 轻量应用服务器
  HBase | ApsaraDB for HBase | 云数据库 HBase | 云数据库 HBase 版
  Domain Names | Domain Name | Domains | Domain | 域名
  Cloud Web Hosting | Web Hosting | 云虚拟主机
  Anti-DDoS | Anti-DDoS Pro | Anti-DDoS Premium | Anti-DDoS Pro and Premium | Anti-DDoS Origin | DDoS | DDoS 高防 | DDoS 原生防护
  Web Application Firewall | WAF | Web 应用防火墙
  PolarDB | 云数据库 PolarDB | 云原生数据库 PolarDB
  Server Load Balancer | SLB | 负载均衡
  File Storage NAS | NAS | 文件存储 NAS
  Elastic IP Address | Elastic IP | EIP | 弹性公网 IP
  VPN Gateway | VPN | VPN 网关
  NAT Gateway | NAT 网关
  Express Connect | 高速通道
  Cloud Enterprise Network | CEN | 云企业网
  EDAS | 企业级分布式应用服务
`;

const KEYS: ReadonlyMap<string, string> = new Map(
  NAMES.trim()
    .split('\n')
    .flatMap((line) => {
      const names = line.split('|').map(bare);
      return names.map((name) => [name, names[0]!] as const);
    }),
);

function bare(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** One key for each product, however it is named; null: no product is known by that name. */
export function productKey(name: string): string | null {
  return KEYS.get(bare(name)) ?? null;
}
