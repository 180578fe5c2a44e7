const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/trigger-CBWXxd3z.js","assets/basics-Bs2iDGqf.js","assets/live-Bxup0cKe.js","assets/delivery-detail-SefZ3onq.js","assets/json-ch0UB67g.js","assets/runs-CDOsVedF.js","assets/new-secret-DL6mxFcy.js","assets/new-trigger-BwR5ABnQ.js","assets/delivery-CmLIfV99.js","assets/workflow-B6BRJZ6j.js","assets/workflows-C3zzzyDv.js","assets/run-DvS4rjVQ.js","assets/settings-DInR5N_B.js"])))=>i.map(i=>d[i]);
var e,t,n,r,i,a,o,s,c,l,u,d,f,p,m,h,g={},_=[],v=/acit|ex(?:s|g|n|p|$)|rph|grid|ows|mnc|ntw|ine[ch]|zoo|^ord|itera/i,y=Array.isArray;function b(e,t){for(var n in t)e[n]=t[n];return e}function ee(e){e&&e.parentNode&&e.parentNode.removeChild(e)}function x(t,n,r){var i,a,o,s={};for(o in n)o==`key`?i=n[o]:o==`ref`?a=n[o]:s[o]=n[o];if(arguments.length>2&&(s.children=arguments.length>3?e.call(arguments,2):r),typeof t==`function`&&t.defaultProps!=null)for(o in t.defaultProps)s[o]===void 0&&(s[o]=t.defaultProps[o]);return S(t,s,i,a,null)}function S(e,r,i,a,o){var s={type:e,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:o??++n,__i:-1,__u:0};return o==null&&t.vnode!=null&&t.vnode(s),s}function C(e){return e.children}function w(e,t){this.props=e,this.context=t}function te(e,t){if(t==null)return e.__?te(e.__,e.__i+1):null;for(var n;t<e.__k.length;t++)if((n=e.__k[t])!=null&&n.__e!=null)return n.__e;return typeof e.type==`function`?te(e):null}function T(e){if(e.__P&&e.__d){var n=e.__v,r=n.__e,i=[],a=[],o=b({},n);o.__v=n.__v+1,t.vnode&&t.vnode(o),de(e.__P,o,n,e.__n,e.__P.namespaceURI,32&n.__u?[r]:null,i,r??te(n),!!(32&n.__u),a),o.__v=n.__v,o.__.__k[o.__i]=o,pe(i,o,a),n.__e=n.__=null,o.__e!=r&&ne(o)}}function ne(e){if((e=e.__)!=null&&e.__c!=null)return e.__e=e.__c.base=null,e.__k.some(function(t){if(t!=null&&t.__e!=null)return e.__e=e.__c.base=t.__e}),ne(e)}function E(e){(!e.__d&&(e.__d=!0)&&i.push(e)&&!re.__r++||a!=t.debounceRendering)&&((a=t.debounceRendering)||o)(re)}function re(){try{for(var e,t=1;i.length;)i.length>t&&i.sort(s),e=i.shift(),t=i.length,T(e)}finally{i.length=re.__r=0}}function ie(e,t,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,v,y=r&&r.__k||_,b=t.length;for(c=ae(n,t,y,c,b),d=0;d<b;d++)(p=n.__k[d])!=null&&(f=p.__i!=-1&&y[p.__i]||g,p.__i=d,v=de(e,p,f,i,a,o,s,c,l,u),m=p.__e,p.ref&&f.ref!=p.ref&&(f.ref&&ge(f.ref,null,p),u.push(p.ref,p.__c||m,p)),h==null&&m!=null&&(h=m),4&p.__u?(c=oe(p,c,e),f.__e&&(f.__e=null)):typeof p.type==`function`&&v!==void 0?c=v:m&&(c=m.nextSibling),p.__u&=-7);return n.__e=h,c}function ae(e,t,n,r,i){var a,o,s,c,l,u=n.length,d=u,f=0;for(e.__k=Array(i),a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o==`string`||typeof o==`number`||typeof o==`bigint`||o.constructor==String?o=e.__k[a]=S(null,o,null,null,null):y(o)?o=e.__k[a]=S(C,{children:o},null,null,null):o.constructor===void 0&&o.__b>0?o=e.__k[a]=S(o.type,o.props,o.key,o.ref?o.ref:null,o.__v):e.__k[a]=o,c=a+f,o.__=e,o.__b=e.__b+1,s=null,(l=o.__i=D(o,n,c,d))!=-1&&(d--,(s=n[l])&&(s.__u|=2)),s==null||s.__v==null?(l==-1&&(i>u?f--:i<u&&f++),typeof o.type!=`function`&&(o.__u|=4)):l!=c&&(l==c-1?f--:l==c+1?f++:(l>c?f--:f++,o.__u|=4))):e.__k[a]=null;if(d)for(a=0;a<u;a++)(s=n[a])!=null&&!(2&s.__u)&&(s.__e==r&&(r=te(s)),_e(s,s));return r}function oe(e,t,n){var r,i;if(typeof e.type==`function`){for(r=e.__k,i=0;r&&i<r.length;i++)r[i]&&(r[i].__=e,t=oe(r[i],t,n));return t}e.__e!=t&&(t&&e.type&&!t.parentNode&&(t=te(e)),t=n.insertBefore(e.__e,t||null));do t&&=t.nextSibling;while(t!=null&&t.nodeType==8);return t}function se(e,t){return t||=[],e==null||typeof e==`boolean`||(y(e)?e.some(function(e){se(e,t)}):t.push(e)),t}function D(e,t,n,r){var i,a,o,s=e.key,c=e.type,l=t[n],u=l!=null&&!(2&l.__u);if(l===null&&s==null||u&&s==l.key&&c==l.type)return n;if(r>+!!u){for(i=n-1,a=n+1;i>=0||a<t.length;)if((l=t[o=i>=0?i--:a++])!=null&&!(2&l.__u)&&s==l.key&&c==l.type)return o}return-1}function ce(e,t,n){t[0]==`-`?e.setProperty(t,n??``):e[t]=n==null?``:typeof n!=`number`||v.test(t)?n:n+`px`}function le(e,t,n,r,i){var a,o;e:if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ce(e.style,t,``);if(n)for(t in n)r&&n[t]==r[t]||ce(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)a=t!=(t=t.replace(d,`$1`)),o=t.toLowerCase(),t=o in e||t==`onFocusOut`||t==`onFocusIn`?o.slice(2):t.slice(2),e.l||={},e.l[t+a]=n,n?r?n[u]=r[u]:(n[u]=f,e.addEventListener(t,a?m:p,a)):e.removeEventListener(t,a?m:p,a);else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;break e}catch{}typeof n==`function`||(n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n))}}function ue(e){return function(n){if(this.l){var r=this.l[n.type+e];if(n[l]==null)n[l]=f++;else if(n[l]<r[u])return;return r(t.event?t.event(n):n)}}}function de(e,n,r,i,a,o,s,c,l,u){var d,f,p,m,h,g,v,x,S,T,ne,E,re,ae,oe,se,D=n.type;if(n.constructor!==void 0)return null;128&r.__u&&(l=!!(32&r.__u),o=[c=n.__e=r.__e]),(d=t.__b)&&d(n);e:if(typeof D==`function`){f=s.length;try{if(S=n.props,T=D.prototype&&D.prototype.render,ne=(d=D.contextType)&&i[d.__c],E=d?ne?ne.props.value:d.__:i,r.__c?x=(p=n.__c=r.__c).__=p.__E:(T?n.__c=p=new D(S,E):(n.__c=p=new w(S,E),p.constructor=D,p.render=ve),ne&&ne.sub(p),p.state||(p.state={}),p.__n=i,m=p.__d=!0,p.__h=[],p._sb=[]),T&&p.__s==null&&(p.__s=p.state),T&&D.getDerivedStateFromProps!=null&&(p.__s==p.state&&(p.__s=b({},p.__s)),b(p.__s,D.getDerivedStateFromProps(S,p.__s))),h=p.props,g=p.state,p.__v=n,m)T&&D.getDerivedStateFromProps==null&&p.componentWillMount!=null&&p.componentWillMount(),T&&p.componentDidMount!=null&&p.__h.push(p.componentDidMount);else{if(T&&D.getDerivedStateFromProps==null&&S!==h&&p.componentWillReceiveProps!=null&&p.componentWillReceiveProps(S,E),n.__v==r.__v||!p.__e&&p.shouldComponentUpdate!=null&&!1===p.shouldComponentUpdate(S,p.__s,E)){n.__v!=r.__v&&(p.props=S,p.state=p.__s,p.__d=!1),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),_.push.apply(p.__h,p._sb),p._sb=[],p.__h.length&&s.push(p),c=te(r);break e}p.componentWillUpdate!=null&&p.componentWillUpdate(S,p.__s,E),T&&p.componentDidUpdate!=null&&p.__h.push(function(){p.componentDidUpdate(h,g,v)})}if(p.context=E,p.props=S,p.__P=e,p.__e=!1,re=t.__r,ae=0,T)p.state=p.__s,p.__d=!1,re&&re(n),d=p.render(p.props,p.state,p.context),_.push.apply(p.__h,p._sb),p._sb=[];else do p.__d=!1,re&&re(n),d=p.render(p.props,p.state,p.context),p.state=p.__s;while(p.__d&&++ae<25);p.state=p.__s,p.getChildContext!=null&&(i=b(b({},i),p.getChildContext())),T&&!m&&p.getSnapshotBeforeUpdate!=null&&(v=p.getSnapshotBeforeUpdate(h,g)),oe=d!=null&&d.type===C&&d.key==null?me(d.props.children):d,c=ie(e,y(oe)?oe:[oe],n,r,i,a,o,s,c,l,u),p.base=n.__e,n.__u&=-161,p.__h.length&&s.push(p),x&&(p.__E=p.__=null)}catch(e){if(s.length=f,n.__v=null,l||o!=null){if(e.then){for(n.__u|=l?160:128;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;o!=null&&(o[o.indexOf(c)]=null),n.__e=c}else if(o!=null)for(se=o.length;se--;)ee(o[se])}else n.__e=r.__e;n.__k??=r.__k||[],e.then||fe(n),t.__e(e,n,r)}}else o==null&&n.__v==r.__v?(n.__k=r.__k,n.__e=r.__e):c=n.__e=he(r.__e,n,r,i,a,o,s,l,u);return(d=t.diffed)&&d(n),128&n.__u?void 0:c}function fe(e){e&&(e.__c&&(e.__c.__e=!0),e.__k&&e.__k.some(fe))}function pe(e,n,r){for(var i=0;i<r.length;i++)ge(r[i],r[++i],r[++i]);t.__c&&t.__c(n,e),e.some(function(n){try{e=n.__h,n.__h=[],e.some(function(e){e.call(n)})}catch(e){t.__e(e,n.__v)}})}function me(e){return typeof e!=`object`||!e||e.__b>0?e:y(e)?e.map(me):e.constructor===void 0?b({},e):null}function he(n,r,i,a,o,s,c,l,u){var d,f,p,m,h,_,v,b=i.props||g,x=r.props,S=r.type;if(S==`svg`?o=`http://www.w3.org/2000/svg`:S==`math`?o=`http://www.w3.org/1998/Math/MathML`:o||=`http://www.w3.org/1999/xhtml`,s!=null){for(d=0;d<s.length;d++)if((h=s[d])&&`setAttribute`in h==!!S&&(S?h.localName==S:h.nodeType==3)){n=h,s[d]=null;break}}if(n==null){if(S==null)return document.createTextNode(x);n=document.createElementNS(o,S,x.is&&x),l&&=(t.__m&&t.__m(r,s),!1),s=null}if(S==null)b===x||l&&n.data==x||(n.data=x);else{if(s=S==`textarea`&&x.defaultValue!=null?null:s&&e.call(n.childNodes),!l&&s!=null)for(b={},d=0;d<n.attributes.length;d++)b[(h=n.attributes[d]).name]=h.value;for(d in b)h=b[d],d==`dangerouslySetInnerHTML`?p=h:d==`children`||d in x||d==`value`&&`defaultValue`in x||d==`checked`&&`defaultChecked`in x||le(n,d,null,h,o);for(d in x)h=x[d],d==`children`?m=h:d==`dangerouslySetInnerHTML`?f=h:d==`value`?_=h:d==`checked`?v=h:l&&typeof h!=`function`||b[d]===h||le(n,d,h,b[d],o);if(f)l||p&&(f.__html==p.__html||f.__html==n.innerHTML)||(n.innerHTML=f.__html),r.__k=[];else if(p&&(n.innerHTML=``),ie(r.type==`template`?n.content:n,y(m)?m:[m],r,i,a,S==`foreignObject`?`http://www.w3.org/1999/xhtml`:o,s,c,s?s[0]:i.__k&&te(i,0),l,u),s!=null)for(d=s.length;d--;)ee(s[d]);l&&S!=`textarea`||(d=`value`,S==`progress`&&_==null?n.removeAttribute(`value`):_!=null&&(_!==n[d]||S==`progress`&&!_||S==`option`&&_!=b[d])&&le(n,d,_,b[d],o),d=`checked`,v!=null&&v!=n[d]&&le(n,d,v,b[d],o))}return n}function ge(e,n,r){try{if(typeof e==`function`){var i=typeof e.__u==`function`;i&&e.__u(),i&&n==null||(e.__u=e(n))}else e.current=n}catch(e){t.__e(e,r)}}function _e(e,n,r){var i,a;if(t.unmount&&t.unmount(e),(i=e.ref)&&(i.current&&i.current!=e.__e||ge(i,null,n)),(i=e.__c)!=null){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(e){t.__e(e,n)}i.base=i.__P=i.__n=null}if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&_e(i[a],n,r||typeof e.type!=`function`);r||ee(e.__e),e.__c=e.__=e.__e=void 0}function ve(e,t,n){return this.constructor(e,n)}function ye(n,r,i){var a,o,s,c;r==document&&(r=document.documentElement),t.__&&t.__(n,r),o=(a=typeof i==`function`)?null:i&&i.__k||r.__k,s=[],c=[],de(r,n=(!a&&i||r).__k=x(C,null,[n]),o||g,g,r.namespaceURI,!a&&i?[i]:o?null:r.firstChild?e.call(r.childNodes):null,s,!a&&i?i:o?o.__e:r.firstChild,a,c),pe(s,n,c),n.props.children=null}function be(t,n,r){var i,a,o,s,c=b({},t.props);for(o in t.type&&t.type.defaultProps&&(s=t.type.defaultProps),n)o==`key`?i=n[o]:o==`ref`?a=n[o]:c[o]=n[o]===void 0&&s!=null?s[o]:n[o];return arguments.length>2&&(c.children=arguments.length>3?e.call(arguments,2):r),S(t.type,c,i||t.key,a||t.ref,null)}function xe(e){function t(e){var n,r;return this.getChildContext||(n=new Set,(r={})[t.__c]=this,this.getChildContext=function(){return r},this.componentWillUnmount=function(){n=null},this.shouldComponentUpdate=function(e){this.props.value!=e.value&&n.forEach(function(e){e.__e=!0,E(e)})},this.sub=function(e){n.add(e);var t=e.componentWillUnmount;e.componentWillUnmount=function(){n&&n.delete(e),t&&t.call(e)}}),e.children}return t.__c=`__cC`+h++,t.__=e,t.Provider=t.__l=(t.Consumer=function(e,t){return e.children(t)}).contextType=t,t}e=_.slice,t={__e:function(e,t,n,r){for(var i,a,o;t=t.__;)if((i=t.__c)&&!i.__)try{if((a=i.constructor)&&a.getDerivedStateFromError!=null&&(i.setState(a.getDerivedStateFromError(e)),o=i.__d),i.componentDidCatch!=null&&(i.componentDidCatch(e,r||{}),o=i.__d),o)return i.__E=i}catch(t){e=t}throw e}},n=0,r=function(e){return e!=null&&e.constructor===void 0},w.prototype.setState=function(e,t){var n=this.__s!=null&&this.__s!=this.state?this.__s:this.__s=b({},this.state);typeof e==`function`&&(e=e(b({},n),this.props)),e&&b(n,e),e!=null&&this.__v&&(t&&this._sb.push(t),E(this))},w.prototype.forceUpdate=function(e){this.__v&&(this.__e=!0,e&&this.__h.push(e),E(this))},w.prototype.render=C,i=[],o=typeof Promise==`function`?Promise.prototype.then.bind(Promise.resolve()):setTimeout,s=function(e,t){return e.__v.__b-t.__v.__b},re.__r=0,c=Math.random().toString(8),l=`__d`+c,u=`__a`+c,d=/(PointerCapture)$|Capture$/i,f=0,p=ue(!1),m=ue(!0),h=0;var Se,O,Ce,we,Te=0,Ee=[],k=t,De=k.__b,Oe=k.__r,ke=k.diffed,Ae=k.__c,je=k.unmount,Me=k.__;function Ne(e,t){k.__h&&k.__h(O,e,Te||t),Te=0;var n=O.__H||(O.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function A(e){return Te=1,Pe(Ke,e)}function Pe(e,t,n){var r=Ne(Se++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):Ke(void 0,t),function(e){var t=r.__N?r.__N[0]:r.__[0],n=r.t(t,e);t!==n&&(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=O,!O.__f)){var i=function(e,t,n){if(!r.__c.__H)return!0;var i=!1,o=r.__c.props!==e;if(r.__c.__H.__.some(function(e){if(e.__N){i=!0;var t=e.__[0];e.__=e.__N,e.__N=void 0,t!==e.__[0]&&(o=!0)}}),a){var s=a.call(this,e,t,n);return i?s||o:s}return!i||o};O.__f=!0;var a=O.shouldComponentUpdate,o=O.componentWillUpdate;O.componentWillUpdate=function(e,t,n){if(this.__e){var r=a;a=void 0,i(e,t,n),a=r}o&&o.call(this,e,t,n)},O.shouldComponentUpdate=i}return r.__N||r.__}function j(e,t){var n=Ne(Se++,3);!k.__s&&Ge(n.__H,t)&&(n.__=e,n.u=t,O.__H.__h.push(n))}function Fe(e,t){var n=Ne(Se++,4);!k.__s&&Ge(n.__H,t)&&(n.__=e,n.u=t,O.__h.push(n))}function M(e){return Te=5,Ie(function(){return{current:e}},[])}function Ie(e,t){var n=Ne(Se++,7);return Ge(n.__H,t)&&(n.__=e(),n.__H=t,n.__h=e),n.__}function Le(e,t){return Te=8,Ie(function(){return e},t)}function Re(e){var t=O.context[e.__c],n=Ne(Se++,9);return n.c=e,t?(n.__??(n.__=!0,t.sub(O)),t.props.value):e.__}function ze(){var e=Ne(Se++,11);if(!e.__){for(var t=O.__v;t!==null&&!t.__m&&t.__!==null;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Be(){for(var e;e=Ee.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Ue),t.__h.some(We),t.__h=[]}catch(n){t.__h=[],k.__e(n,e.__v)}}}k.__b=function(e){O=null,De&&De(e)},k.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Me&&Me(e,t)},k.__r=function(e){Oe&&Oe(e),Se=0;var t=(O=e.__c).__H;t&&(Ce===O?(t.__h=[],O.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})):(t.__h.some(Ue),t.__h.some(We),t.__h=[],Se=0)),Ce=O},k.diffed=function(e){ke&&ke(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&(Ee.push(t)!==1&&we===k.requestAnimationFrame||((we=k.requestAnimationFrame)||He)(Be)),t.__H.__.some(function(e){e.u&&=(e.__H=e.u,void 0)})),Ce=O=null},k.__c=function(e,t){t.some(function(e){try{e.__h.some(Ue),e.__h=e.__h.filter(function(e){return!e.__||We(e)})}catch(n){t.some(function(e){e.__h&&=[]}),t=[],k.__e(n,e.__v)}}),Ae&&Ae(e,t)},k.unmount=function(e){je&&je(e);var t,n=e.__c;n&&n.__H&&(n.__H.__.some(function(e){try{Ue(e)}catch(e){t=e}}),n.__H=void 0,t&&k.__e(t,n.__v))};var Ve=typeof requestAnimationFrame==`function`;function He(e){var t,n=function(){clearTimeout(r),Ve&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Ve&&(t=requestAnimationFrame(n))}function Ue(e){var t=O,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),O=t}function We(e){var t=O;e.__c=e.__(),O=t}function Ge(e,t){return!e||e.length!==t.length||t.some(function(t,n){return t!==e[n]})}function Ke(e,t){return typeof t==`function`?t(e):t}function qe(e,t){for(var n in t)e[n]=t[n];return e}function Je(e,t){for(var n in e)if(n!==`__source`&&!(n in t))return!0;for(var r in t)if(r!==`__source`&&e[r]!==t[r])return!0;return!1}function Ye(e,t){this.props=e,this.context=t}(Ye.prototype=new w).isPureReactComponent=!0,Ye.prototype.shouldComponentUpdate=function(e,t){return Je(this.props,e)||Je(this.state,t)};var Xe=t.__b;t.__b=function(e){e.type&&e.type.__f&&e.ref&&(e.props.ref=e.ref,e.ref=null),Xe&&Xe(e)},typeof Symbol<`u`&&Symbol.for;var Ze=t.__e;t.__e=function(e,t,n,r){if(e.then){for(var i,a=t;a=a.__;)if((i=a.__c)&&i.__c)return t.__e??(t.__e=n.__e,t.__k=n.__k||[]),i.__c(e,t)}Ze(e,t,n,r)};var Qe=t.unmount;function $e(e,t,n){return e&&(e.__c&&e.__c.__H&&(e.__c.__H.__.forEach(function(e){typeof e.__c==`function`&&e.__c()}),e.__c.__H=null),(e=qe({},e)).__c!=null&&(e.__c.__P===n&&(e.__c.__P=t),e.__c.__e=!0,e.__c=null),e.__k=e.__k&&e.__k.map(function(e){return $e(e,t,n)})),e}function et(e,t,n){return e&&n&&(e.__v=null,e.__k=e.__k&&e.__k.map(function(e){return et(e,t,n)}),e.__c&&e.__c.__P===t&&(e.__e&&n.appendChild(e.__e),e.__c.__e=!0,e.__c.__P=n)),e}function tt(){this.__u=0,this.o=null,this.__b=null}function nt(e){var t=e.__&&e.__.__c;return t&&t.__a&&t.__a(e)}function N(e){var t,n,r,i=null;function a(a){if(t||(t=e()).then(function(e){e&&(i=e.default||e),r=!0},function(e){n=e,r=!0}),n)throw n;if(!r)throw t;return i?x(i,a):null}return a.displayName=`Lazy`,a.__f=!0,a}function rt(){this.i=null,this.l=null}t.unmount=function(e){var t=e.__c;t&&(t.__z=!0),t&&t.__R&&t.__R(),t&&32&e.__u&&(e.type=null),Qe&&Qe(e)},(tt.prototype=new w).__c=function(e,t){var n=t.__c,r=this;r.o??=[],r.o.push(n);var i=nt(r.__v),a=!1,o=function(){a||r.__z||(a=!0,n.__R=null,i?i(c):c())};n.__R=o;var s=n.__P;n.__P=null;var c=function(){if(!--r.__u){if(r.state.__a){var e=r.state.__a;r.__v.__k[0]=et(e,e.__c.__P,e.__c.__O)}var t;for(r.setState({__a:r.__b=null});t=r.o.pop();)t.__P=s,t.forceUpdate()}};r.__u++||32&t.__u||r.setState({__a:r.__b=r.__v.__k[0]}),e.then(o,o)},tt.prototype.componentWillUnmount=function(){this.o=[]},tt.prototype.render=function(e,t){if(this.__b){if(this.__v.__k){var n=document.createElement(`div`),r=this.__v.__k[0].__c;this.__v.__k[0]=$e(this.__b,n,r.__O=r.__P)}this.__b=null}var i=t.__a&&x(C,null,e.fallback);return i&&(i.__u&=-33),[x(C,null,t.__a?null:e.children),i]};var it=function(e,t,n){if(++n[1]===n[0]&&e.l.delete(t),e.props.revealOrder&&(e.props.revealOrder[0]!==`t`||!e.l.size))for(n=e.i;n;){for(;n.length>3;)n.pop()();if(n[1]<n[0])break;e.i=n=n[2]}};(rt.prototype=new w).__a=function(e){var t=this,n=nt(t.__v),r=t.l.get(e);return r[0]++,function(i){var a=function(){t.props.revealOrder?(r.push(i),it(t,e,r)):i()};n?n(a):a()}},rt.prototype.render=function(e){this.i=null,this.l=new Map;var t=se(e.children);e.revealOrder&&e.revealOrder[0]===`b`&&t.reverse();for(var n=t.length;n--;)this.l.set(t[n],this.i=[1,0,this.i]);return e.children},rt.prototype.componentDidUpdate=rt.prototype.componentDidMount=function(){var e=this;this.l.forEach(function(t,n){it(e,n,t)})};var at=typeof Symbol<`u`&&Symbol.for&&Symbol.for(`react.element`)||60103,ot=/^(?:accent|alignment|arabic|baseline|cap|clip(?!PathU)|color|dominant|fill|flood|font|glyph(?!R)|horiz|image(!S)|letter|lighting|marker(?!H|W|U)|overline|paint|pointer|shape|stop|strikethrough|stroke|text(?!L)|transform|underline|unicode|units|v|vector|vert|word|writing|x(?!C))[A-Z]/,st=/^on(Ani|Tra|Tou|BeforeInp|Compo)/,ct=/[A-Z0-9]/g,lt=typeof document<`u`,ut=function(e){return(typeof Symbol<`u`&&typeof Symbol()==`symbol`?/fil|che|rad/:/fil|che|ra/).test(e)};w.prototype.isReactComponent=!0,[`componentWillMount`,`componentWillReceiveProps`,`componentWillUpdate`].forEach(function(e){Object.defineProperty(w.prototype,e,{configurable:!0,get:function(){return this[`UNSAFE_`+e]},set:function(t){Object.defineProperty(this,e,{configurable:!0,writable:!0,value:t})}})});var dt=t.event;t.event=function(e){return dt&&(e=dt(e)),e.persist=function(){},e.isPropagationStopped=function(){return this.cancelBubble},e.isDefaultPrevented=function(){return this.defaultPrevented},e.nativeEvent=e};var ft={configurable:!0,get:function(){return this.class}},pt=t.vnode;t.vnode=function(e){typeof e.type==`string`&&function(e){var t=e.props,n=e.type,r={},i=n.indexOf(`-`)==-1;for(var a in t){var o=t[a];if(!(a===`value`&&`defaultValue`in t&&o==null||lt&&a===`children`&&n===`noscript`||a===`class`||a===`className`)){var s=a.toLowerCase();a===`defaultValue`&&`value`in t&&t.value==null?a=`value`:a===`download`&&!0===o?o=``:s===`translate`&&o===`no`?o=!1:s[0]===`o`&&s[1]===`n`?s===`ondoubleclick`?a=`ondblclick`:s!==`onchange`||n!==`input`&&n!==`textarea`||ut(t.type)?s===`onfocus`?a=`onfocusin`:s===`onblur`?a=`onfocusout`:st.test(a)&&(a=s):s=a=`oninput`:i&&ot.test(a)?a=a.replace(ct,`-$&`).toLowerCase():o===null&&(o=void 0),s===`oninput`&&r[a=s]&&(a=`oninputCapture`),r[a]=o}}n==`select`&&(r.multiple&&Array.isArray(r.value)&&(r.value=se(t.children).forEach(function(e){e.props.selected=r.value.indexOf(e.props.value)!=-1})),r.defaultValue!=null&&(r.value=se(t.children).forEach(function(e){e.props.selected=r.multiple?r.defaultValue.indexOf(e.props.value)!=-1:r.defaultValue==e.props.value}))),t.class&&!t.className?(r.class=t.class,Object.defineProperty(r,"className",ft)):t.className&&(r.class=r.className=t.className),e.props=r}(e),e.$$typeof=at,pt&&pt(e)};var mt=t.__r;t.__r=function(e){mt&&mt(e),e.__c};var ht=t.diffed;t.diffed=function(e){ht&&ht(e);var t=e.props,n=e.__e;n!=null&&e.type===`textarea`&&`value`in t&&t.value!==n.value&&(n.value=t.value==null?``:t.value)};function gt(e,t){if(e instanceof RegExp)return{keys:!1,pattern:e};var n,r,i,a,o=[],s=``,c=e.split(`/`);for(c[0]||c.shift();i=c.shift();)n=i[0],n===`*`?(o.push(n),s+=i[1]===`?`?`(?:/(.*))?`:`/(.*)`):n===`:`?(r=i.indexOf(`?`,1),a=i.indexOf(`.`,1),o.push(i.substring(1,~r?r:~a?a:i.length)),s+=~r&&!~a?`(?:/([^/]+?))?`:`/([^/]+?)`,~a&&(s+=(~r?`?`:``)+`\\`+i.substring(a))):s+=`/`+i;return{keys:o,pattern:RegExp(`^`+s+(t?`(?=$|/)`:`/?$`),`i`)}}var _t=typeof window<`u`&&window.document!==void 0&&window.document.createElement!==void 0;function vt(e,t){return e===t&&(e!==0||1/e==1/t)||e!==e&&t!==t}function yt(e,t,n){n&&!_t&&(t=n);let r=t(),[{_instance:i},a]=A({_instance:{_value:r,_getSnapshot:t}});return Fe(()=>{i._value=r,i._getSnapshot=t,vt(i._value,t())||a({_instance:i})},[e,r,t]),j(()=>(vt(i._value,i._getSnapshot())||a({_instance:i}),e(()=>{vt(i._value,i._getSnapshot())||a({_instance:i})})),[e]),r}function bt(e){return t=>e(t)}var xt=e=>{let t=M([e,(...e)=>t[0](...e)]).current;return Fe(()=>{t[0]=e}),t[1]},St=[`popstate`,`pushState`,`replaceState`,`hashchange`],Ct=[],wt=()=>Ct.forEach(e=>e()),Tt=e=>(Ct.push(e)===1&&St.forEach(e=>addEventListener(e,wt)),()=>{Ct=Ct.filter(t=>t!==e),Ct.length||St.forEach(e=>removeEventListener(e,wt))}),Et=(e,t)=>yt(Tt,e,t),Dt=()=>location.search,Ot=({ssrSearch:e}={})=>Et(Dt,e==null?Dt:()=>e),kt=()=>location.pathname,At=({ssrPath:e}={})=>Et(kt,e==null?kt:()=>e),jt=(e,{replace:t=!1,state:n=null}={})=>history[t?`replaceState`:`pushState`](n,``,e),Mt=e=>[At(e),jt],Nt=Symbol.for(`wouter_v3`);if(typeof history<`u`&&window[Nt]===void 0){for(let e of[`pushState`,`replaceState`]){let t=history[e];history[e]=function(){let n=t.apply(this,arguments),r=new Event(e);return r.arguments=arguments,dispatchEvent(r),n}}Object.defineProperty(window,Nt,{value:!0})}var Pt=(e=``)=>e===`/`?``:e,Ft=(e,t)=>e[0]===`~`?e.slice(1):Pt(t)+e,It=(e,t)=>(e=Lt(Pt(e)),t=Lt(t),!e||(t.toLowerCase()+`/`).startsWith(e.toLowerCase()+`/`)?t.slice(e.length)||`/`:`~`+t),Lt=e=>{try{return e.includes(`%`)?decodeURI(e):e}catch{return e}},Rt=e=>Lt(e[0]===`?`?e.slice(1):e),zt={hook:Mt,searchHook:Ot,parser:gt,base:``,ssrPath:void 0,ssrSearch:void 0,ssrContext:void 0,hrefs:e=>e,aroundNav:(e,t,n)=>e(t,n)},Bt=xe(zt),Vt=()=>Re(Bt),Ht={},Ut=xe(Ht),Wt=()=>Re(Ut),Gt=(e,t=e.base)=>It(t,e.hook(e)[0]),Kt=e=>{let[t,n]=e.hook(e);return[It(e.base,t),xt((t,r)=>e.aroundNav(n,Ft(t,e.base),r))]},qt=()=>Kt(Vt()),Jt=()=>{let e=Vt();return Rt(e.searchHook(e))},Yt=(e,t,n,r)=>{let{pattern:i,keys:a}=t instanceof RegExp?{pattern:t}:e(t||`*`,r),o=i.exec(n);if(!o)return[!1,null];let s={};for(let e=1;e<o.length;e++)s[e-1]=o[e];if(a)for(let e=0;e<a.length;e++)s[a[e]]=o[e+1];else Object.assign(s,o.groups);return r?[!0,s,o[0]]:[!0,s]},Xt=({children:e,...t})=>{let n=Vt(),r=t.hook?zt:n,i=r;if(t.ssrPath){let[e,n=t.ssrSearch??``]=t.ssrPath.split(`?`);e&&(t.ssrSearch=n,t.ssrPath=e)}t.hrefs=t.hrefs??t.hook?.hrefs,t.searchHook=t.searchHook??t.hook?.searchHook;let a=M(r),o=a.current,s=o;for(let e in r){let n=e===`base`?r[e]+(t[e]??``):t[e]??r[e];n!==s[e]&&(o===s&&(a.current=s={...s}),s[e]=n),(n!==r[e]||n!==i[e])&&(i=s)}return x(Bt.Provider,{value:i},e)},Zt=({children:e,component:t},n)=>t?x(t,{params:n}):typeof e==`function`?e(n):e,Qt=e=>{let t=M(Ht),n=t.current,r=Object.keys(e);return t.current=r.length!==Object.keys(n).length||r.some(t=>e[t]!==n[t])?e:n},P=({path:e,nest:t,match:n,...r})=>{let i=Vt(),a=Gt(i),[o,s,c]=n??Yt(i.parser,e,a,t),l=Qt({...Wt(),...s});if(!o)return null;let u=Zt(r,l);return x(Ut.Provider,{value:l},c?x(Xt,{base:c},u):u)},F=bt((e,t)=>{let n=Vt(),[i,a]=Kt(n),{to:o=``,href:s=o,onClick:c,asChild:l,children:u,className:d,replace:f,state:p,transition:m,...h}=e;return h.onClick=xt(t=>{t.ctrlKey||t.metaKey||t.altKey||t.shiftKey||t.button!==0||(c?.(t),t.defaultPrevented||(t.preventDefault(),a(s,e)))}),h.href=n.hrefs(s[0]===`~`?s.slice(1):n.base+s,n),d!==void 0&&(h.className=d?.call?d(i===s):d),t&&(h.ref=t),l&&r(u)?be(u,h):x(`a`,h,u)}),$t=(e,t=[])=>{if(Array.isArray(e))for(let n of e)$t(n&&n.type===C?n.props.children:n,t);else t.push(e);return t},en=({children:e,location:t})=>{let n=Vt(),i=Gt(n);for(let a of $t(e)){let e=0;if(r(a)&&(e=Yt(n.parser,a.props.path,t||i,a.props.nest))[0])return be(a,{match:e})}return null},tn={NAME:`Name`,DOCUMENT:`Document`,OPERATION_DEFINITION:`OperationDefinition`,VARIABLE_DEFINITION:`VariableDefinition`,SELECTION_SET:`SelectionSet`,FIELD:`Field`,ARGUMENT:`Argument`,FRAGMENT_SPREAD:`FragmentSpread`,INLINE_FRAGMENT:`InlineFragment`,FRAGMENT_DEFINITION:`FragmentDefinition`,VARIABLE:`Variable`,INT:`IntValue`,FLOAT:`FloatValue`,STRING:`StringValue`,BOOLEAN:`BooleanValue`,NULL:`NullValue`,ENUM:`EnumValue`,LIST:`ListValue`,OBJECT:`ObjectValue`,OBJECT_FIELD:`ObjectField`,DIRECTIVE:`Directive`,NAMED_TYPE:`NamedType`,LIST_TYPE:`ListType`,NON_NULL_TYPE:`NonNullType`},nn=class extends Error{constructor(e,t,n,r,i,a,o){super(e),this.name=`GraphQLError`,this.message=e,i&&(this.path=i),t&&(this.nodes=Array.isArray(t)?t:[t]),n&&(this.source=n),r&&(this.positions=r),a&&(this.originalError=a);var s=o;if(!s&&a){var c=a.extensions;c&&typeof c==`object`&&(s=c)}this.extensions=s||{}}toJSON(){return{...this,message:this.message}}toString(){return this.message}get[Symbol.toStringTag](){return`GraphQLError`}},I,L;function R(e){return new nn(`Syntax Error: Unexpected token at ${L} in ${e}`)}function rn(e){if(e.lastIndex=L,e.test(I))return I.slice(L,L=e.lastIndex)}var an=/ +(?=[^\s])/y;function on(e){for(var t=e.split(`
`),n=``,r=0,i=0,a=t.length-1,o=0;o<t.length;o++)an.lastIndex=0,an.test(t[o])&&(o&&(!r||an.lastIndex<r)&&(r=an.lastIndex),i||=o,a=o);for(var s=i;s<=a;s++)s!==i&&(n+=`
`),n+=t[s].slice(r).replace(/\\"""/g,`"""`);return n}function z(){for(var e=0|I.charCodeAt(L++);e===9||e===10||e===13||e===32||e===35||e===44||e===65279;e=0|I.charCodeAt(L++))if(e===35)for(;(e=0|I.charCodeAt(L++))&&e!==10&&e!==13;);L--}function sn(){for(var e=L,t=0|I.charCodeAt(L++);t>=48&&t<=57||t>=65&&t<=90||t===95||t>=97&&t<=122;t=0|I.charCodeAt(L++));if(e===L-1)throw R(`Name`);var n=I.slice(e,--L);return z(),n}function B(){return{kind:`Name`,value:sn()}}var cn=/(?:"""|(?:[\s\S]*?[^\\])""")/y,ln=/(?:(?:\.\d+)?[eE][+-]?\d+|\.\d+)/y;function un(e){var t;switch(I.charCodeAt(L)){case 91:L++,z();for(var n=[];I.charCodeAt(L)!==93;)n.push(un(e));return L++,z(),{kind:`ListValue`,values:n};case 123:L++,z();for(var r=[];I.charCodeAt(L)!==125;){var i=B();if(I.charCodeAt(L++)!==58)throw R(`ObjectField`);z(),r.push({kind:`ObjectField`,name:i,value:un(e)})}return L++,z(),{kind:`ObjectValue`,fields:r};case 36:if(e)throw R(`Variable`);return L++,{kind:`Variable`,name:B()};case 34:if(I.charCodeAt(L+1)===34&&I.charCodeAt(L+2)===34){if(L+=3,(t=rn(cn))==null)throw R(`StringValue`);return z(),{kind:`StringValue`,value:on(t.slice(0,-3)),block:!0}}var a=L,o;L++;var s=!1;for(o=0|I.charCodeAt(L++);o===92&&(L++,s=!0)||o!==10&&o!==13&&o!==34&&o;o=0|I.charCodeAt(L++));if(o!==34)throw R(`StringValue`);return t=I.slice(a,L),z(),{kind:`StringValue`,value:s?JSON.parse(t):t.slice(1,-1),block:!1};case 45:case 48:case 49:case 50:case 51:case 52:case 53:case 54:case 55:case 56:case 57:for(var c=L++,l;(l=0|I.charCodeAt(L++))>=48&&l<=57;);var u=I.slice(c,--L);if((l=I.charCodeAt(L))===46||l===69||l===101){if((t=rn(ln))==null)throw R(`FloatValue`);return z(),{kind:`FloatValue`,value:u+t}}return z(),{kind:`IntValue`,value:u};case 110:if(I.charCodeAt(L+1)===117&&I.charCodeAt(L+2)===108&&I.charCodeAt(L+3)===108)return L+=4,z(),{kind:`NullValue`};break;case 116:if(I.charCodeAt(L+1)===114&&I.charCodeAt(L+2)===117&&I.charCodeAt(L+3)===101)return L+=4,z(),{kind:`BooleanValue`,value:!0};break;case 102:if(I.charCodeAt(L+1)===97&&I.charCodeAt(L+2)===108&&I.charCodeAt(L+3)===115&&I.charCodeAt(L+4)===101)return L+=5,z(),{kind:`BooleanValue`,value:!1}}return{kind:`EnumValue`,value:sn()}}function dn(e){if(I.charCodeAt(L)===40){var t=[];L++,z();do{var n=B();if(I.charCodeAt(L++)!==58)throw R(`Argument`);z(),t.push({kind:`Argument`,name:n,value:un(e)})}while(I.charCodeAt(L)!==41);return L++,z(),t}}function fn(e){if(I.charCodeAt(L)===64){var t=[];do L++,t.push({kind:`Directive`,name:B(),arguments:dn(e)});while(I.charCodeAt(L)===64);return t}}function pn(){for(var e=0;I.charCodeAt(L)===91;)e++,L++,z();var t={kind:`NamedType`,name:B()};do if(I.charCodeAt(L)===33&&(L++,z(),t={kind:`NonNullType`,type:t}),e){if(I.charCodeAt(L++)!==93)throw R(`NamedType`);z(),t={kind:`ListType`,type:t}}while(e--);return t}function mn(){if(I.charCodeAt(L++)!==123)throw R(`SelectionSet`);return z(),hn()}function hn(){var e=[];do if(I.charCodeAt(L)===46){if(I.charCodeAt(++L)!==46||I.charCodeAt(++L)!==46)throw R(`SelectionSet`);switch(L++,z(),I.charCodeAt(L)){case 64:e.push({kind:`InlineFragment`,typeCondition:void 0,directives:fn(!1),selectionSet:mn()});break;case 111:I.charCodeAt(L+1)===110?(L+=2,z(),e.push({kind:`InlineFragment`,typeCondition:{kind:`NamedType`,name:B()},directives:fn(!1),selectionSet:mn()})):e.push({kind:`FragmentSpread`,name:B(),directives:fn(!1)});break;case 123:L++,z(),e.push({kind:`InlineFragment`,typeCondition:void 0,directives:void 0,selectionSet:hn()});break;default:e.push({kind:`FragmentSpread`,name:B(),directives:fn(!1)})}}else{var t=B(),n=void 0;I.charCodeAt(L)===58&&(L++,z(),n=t,t=B());var r=dn(!1),i=fn(!1),a=void 0;I.charCodeAt(L)===123&&(L++,z(),a=hn()),e.push({kind:`Field`,alias:n,name:t,arguments:r,directives:i,selectionSet:a})}while(I.charCodeAt(L)!==125);return L++,z(),{kind:`SelectionSet`,selections:e}}function gn(){if(z(),I.charCodeAt(L)===40){var e=[];L++,z();do{var t=void 0;if(I.charCodeAt(L)===34&&(t=un(!0)),I.charCodeAt(L++)!==36)throw R(`Variable`);var n=B();if(I.charCodeAt(L++)!==58)throw R(`VariableDefinition`);z();var r=pn(),i=void 0;I.charCodeAt(L)===61&&(L++,z(),i=un(!0)),z();var a={kind:`VariableDefinition`,variable:{kind:`Variable`,name:n},type:r,defaultValue:i,directives:fn(!0)};t&&(a.description=t),e.push(a)}while(I.charCodeAt(L)!==41);return L++,z(),e}}function _n(e){var t=B();if(I.charCodeAt(L++)!==111||I.charCodeAt(L++)!==110)throw R(`FragmentDefinition`);z();var n={kind:`FragmentDefinition`,name:t,typeCondition:{kind:`NamedType`,name:B()},directives:fn(!1),selectionSet:mn()};return e&&(n.description=e),n}function vn(){var e=[];do{var t=void 0;if(I.charCodeAt(L)===34&&(t=un(!0)),I.charCodeAt(L)===123){if(t)throw R(`Document`);L++,z(),e.push({kind:`OperationDefinition`,operation:`query`,name:void 0,variableDefinitions:void 0,directives:void 0,selectionSet:hn()})}else{var n=sn();switch(n){case`fragment`:e.push(_n(t));break;case`query`:case`mutation`:case`subscription`:var r,i=void 0;(r=I.charCodeAt(L))!==40&&r!==64&&r!==123&&(i=B());var a={kind:`OperationDefinition`,operation:n,name:i,variableDefinitions:gn(),directives:fn(!1),selectionSet:mn()};t&&(a.description=t),e.push(a);break;default:throw R(`Document`)}}}while(L<I.length);return e}function yn(e,t){return I=e.body?e.body:e,L=0,z(),t&&t.noLocation?{kind:`Document`,definitions:vn()}:{kind:`Document`,definitions:vn(),loc:{start:0,end:I.length,startToken:void 0,endToken:void 0,source:{body:I,name:`graphql.web`,locationOffset:{line:1,column:1}}}}}function V(e,t,n){for(var r=``,i=0;i<e.length;i++)i&&(r+=t),r+=n(e[i]);return r}function bn(e){return JSON.stringify(e)}function xn(e){return`"""
`+e.replace(/"""/g,`\\"""`)+`
"""`}var H=`
`,U={OperationDefinition(e){var t=``;e.description&&(t+=U.StringValue(e.description)+`
`),t+=e.operation,e.name&&(t+=` `+e.name.value),e.variableDefinitions&&e.variableDefinitions.length&&(e.name||(t+=` `),t+=`(`+V(e.variableDefinitions,`, `,U.VariableDefinition)+`)`),e.directives&&e.directives.length&&(t+=` `+V(e.directives,` `,U.Directive));var n=U.SelectionSet(e.selectionSet);return t===`query`?n:t+` `+n},VariableDefinition(e){var t=``;return e.description&&(t+=U.StringValue(e.description)+` `),t+=U.Variable(e.variable)+`: `+W(e.type),e.defaultValue&&(t+=` = `+W(e.defaultValue)),e.directives&&e.directives.length&&(t+=` `+V(e.directives,` `,U.Directive)),t},Field(e){var t=e.alias?e.alias.value+`: `+e.name.value:e.name.value;if(e.arguments&&e.arguments.length){var n=V(e.arguments,`, `,U.Argument);t.length+n.length+2>80?t+=`(`+(H+=`  `)+V(e.arguments,H,U.Argument)+(H=H.slice(0,-2))+`)`:t+=`(`+n+`)`}return e.directives&&e.directives.length&&(t+=` `+V(e.directives,` `,U.Directive)),e.selectionSet&&e.selectionSet.selections.length&&(t+=` `+U.SelectionSet(e.selectionSet)),t},StringValue(e){return e.block?xn(e.value).replace(/\n/g,H):bn(e.value)},BooleanValue:e=>``+e.value,NullValue:e=>`null`,IntValue:e=>e.value,FloatValue:e=>e.value,EnumValue:e=>e.value,Name:e=>e.value,Variable:e=>`$`+e.name.value,ListValue:e=>`[`+V(e.values,`, `,W)+`]`,ObjectValue:e=>`{`+V(e.fields,`, `,U.ObjectField)+`}`,ObjectField:e=>e.name.value+`: `+W(e.value),Document(e){return!e.definitions||!e.definitions.length?``:V(e.definitions,`

`,W)},SelectionSet:e=>`{`+(H+=`  `)+V(e.selections,H,W)+(H=H.slice(0,-2))+`}`,Argument:e=>e.name.value+`: `+W(e.value),FragmentSpread(e){var t=`...`+e.name.value;return e.directives&&e.directives.length&&(t+=` `+V(e.directives,` `,U.Directive)),t},InlineFragment(e){var t=`...`;return e.typeCondition&&(t+=` on `+e.typeCondition.name.value),e.directives&&e.directives.length&&(t+=` `+V(e.directives,` `,U.Directive)),t+=` `+U.SelectionSet(e.selectionSet)},FragmentDefinition(e){var t=``;return e.description&&(t+=U.StringValue(e.description)+`
`),t+=`fragment `+e.name.value,t+=` on `+e.typeCondition.name.value,e.directives&&e.directives.length&&(t+=` `+V(e.directives,` `,U.Directive)),t+` `+U.SelectionSet(e.selectionSet)},Directive(e){var t=`@`+e.name.value;return e.arguments&&e.arguments.length&&(t+=`(`+V(e.arguments,`, `,U.Argument)+`)`),t},NamedType:e=>e.name.value,ListType:e=>`[`+W(e.type)+`]`,NonNullType:e=>W(e.type)+`!`},W=e=>U[e.kind](e);function Sn(e){return H=`
`,U[e.kind]?U[e.kind](e):``}var Cn=()=>{},G=Cn;function K(e){return{tag:0,0:e}}function wn(e){return{tag:1,0:e}}var Tn=()=>typeof Symbol==`function`&&Symbol.asyncIterator||`@@asyncIterator`,En=e=>e;function q(e){return t=>n=>{var r=G;t((t=>{t===0?n(0):t.tag===0?(r=t[0],n(t)):e(t[0])?n(t):r(0)}))}}function Dn(e){return t=>n=>t((t=>{t===0||t.tag===0?n(t):n(wn(e(t[0])))}))}function On(e){return t=>n=>{var r=[],i=G,a=!1,o=!1;t((t=>{o||(t===0?(o=!0,r.length||n(0)):t.tag===0?i=t[0]:(a=!1,(function(e){var t=G;e((e=>{if(e===0){if(r.length){var s=r.indexOf(t);s>-1&&(r=r.slice()).splice(s,1),r.length||(o?n(0):a||(a=!0,i(0)))}}else e.tag===0?(r.push(t=e[0]),t(0)):r.length&&(n(e),t(0))}))})(e(t[0])),a||(a=!0,i(0))))})),n(K((e=>{if(e===1){o||(o=!0,i(1));for(var t=0,n=r,s=r.length;t<s;t++)n[t](1);r.length=0}else{!o&&!a?(a=!0,i(0)):a=!1;for(var c=0,l=r,u=r.length;c<u;c++)l[c](0)}})))}}function kn(e){return On(En)(e)}function An(e){return kn(Hn(e))}function jn(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0),e();else if(t.tag===0){var i=t[0];n(K((t=>{t===1?(r=!0,i(1),e()):i(t)})))}else n(t)}}))}}function Mn(e){return t=>n=>{var r=!1;t((t=>{if(!r){if(t===0)r=!0,n(0);else if(t.tag===0){var i=t[0];n(K((e=>{e===1&&(r=!0),i(e)})))}else e(t[0]),n(t)}}))}}function Nn(e){return t=>n=>t((t=>{t===0?n(0):t.tag===0?(n(t),e()):n(t)}))}function Pn(e){var t=[],n=G,r=!1;return i=>{t.push(i),t.length===1&&e((e=>{if(e===0){for(var i=0,a=t,o=t.length;i<o;i++)a[i](0);t.length=0}else if(e.tag===0)n=e[0];else{r=!1;for(var s=0,c=t,l=t.length;s<l;s++)c[s](e)}})),i(K((e=>{if(e===1){var a=t.indexOf(i);a>-1&&(t=t.slice()).splice(a,1),t.length||n(1)}else r||(r=!0,n(0))})))}}function Fn(e){return t=>n=>{var r=G,i=G,a=!1,o=!1,s=!1,c=!1;t((t=>{c||(t===0?(c=!0,s||n(0)):t.tag===0?r=t[0]:(s&&(i(1),i=G),a?a=!1:(a=!0,r(0)),(function(e){s=!0,e((e=>{s&&(e===0?(s=!1,c?n(0):a||(a=!0,r(0))):e.tag===0?(o=!1,(i=e[0])(0)):(n(e),o?o=!1:i(0)))}))})(e(t[0]))))})),n(K((e=>{e===1?(c||(c=!0,r(1)),s&&(s=!1,i(1))):(!c&&!a&&(a=!0,r(0)),s&&!o&&(o=!0,i(0)))})))}}function In(e){return t=>n=>{var r=G,i=!1,a=0;t((t=>{i||(t===0?(i=!0,n(0)):t.tag===0?e<=0?(i=!0,n(0),t[0](1)):r=t[0]:a++<e?(n(t),!i&&a>=e&&(i=!0,n(0),r(1))):n(t))})),n(K((t=>{t===1&&!i?(i=!0,r(1)):t===0&&!i&&a<e&&r(0)})))}}function Ln(e){return t=>n=>{var r=G,i=G,a=!1;t((t=>{a||(t===0?(a=!0,i(1),n(0)):t.tag===0?(r=t[0],e((e=>{e===0||(e.tag===0?(i=e[0])(0):(a=!0,i(1),r(1),n(0)))}))):n(t))})),n(K((e=>{e===1&&!a?(a=!0,r(1),i(1)):a||r(0)})))}}function Rn(e,t){return n=>r=>{var i=G,a=!1;n((n=>{a||(n===0?(a=!0,r(0)):n.tag===0?(i=n[0],r(n)):e(n[0])?r(n):(a=!0,t&&r(n),r(0),i(1)))}))}}function zn(e){return t=>e()(t)}function Bn(e){return t=>{var n=e[Tn()]&&e[Tn()]()||e,r=!1,i=!1,a=!1,o;t(K((async e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=await n.next()).done)r=!0,n.return&&await n.return(),t(0);else try{a=!1,t(wn(o.value))}catch(e){if(n.throw)(r=!!(await n.throw(e)).done)&&t(0);else throw e}i=!1}})))}}function Vn(e){return e[Tn()]?Bn(e):t=>{var n=e[Symbol.iterator](),r=!1,i=!1,a=!1,o;t(K((e=>{if(e===1)r=!0,n.return&&n.return();else if(i)a=!0;else{for(a=i=!0;a&&!r;)if((o=n.next()).done)r=!0,n.return&&n.return(),t(0);else try{a=!1,t(wn(o.value))}catch(e){if(n.throw)(r=!!n.throw(e).done)&&t(0);else throw e}i=!1}})))}}var Hn=Vn;function Un(e){return t=>{var n=!1;t(K((r=>{r===1?n=!0:n||(n=!0,t(wn(e)),t(0))})))}}function Wn(e){return t=>{var n=!1,r=e({next(e){n||t(wn(e))},complete(){n||(n=!0,t(0))}});t(K((e=>{e===1&&!n&&(n=!0,r())})))}}function Gn(){var e,t;return{source:Pn(Wn((n=>(e=n.next,t=n.complete,Cn)))),next(t){e&&e(t)},complete(){t&&t()}}}function Kn(e){return Wn((t=>(e.then((e=>{Promise.resolve(e).then((()=>{t.next(e),t.complete()}))})),Cn)))}function qn(e){return t=>{var n=G,r=!1;return t((t=>{t===0?r=!0:t.tag===0?(n=t[0])(0):r||(e(t[0]),n(0))})),{unsubscribe(){r||(r=!0,n(1))}}}}function Jn(e){qn((e=>{}))(e)}function Yn(e){return new Promise((t=>{var n=G,r;e((e=>{e===0?Promise.resolve(r).then(t):e.tag===0?(n=e[0])(0):(r=e[0],n(0))}))}))}var Xn=e=>e&&typeof e.message==`string`&&(e.extensions||e.name===`GraphQLError`)?e:typeof e==`object`&&typeof e.message==`string`?new nn(e.message,e.nodes,e.source,e.positions,e.path,e,e.extensions||{}):new nn(e),Zn=class extends Error{constructor(e){var t=(e.graphQLErrors||[]).map(Xn),n=((e,t)=>{var n=``;if(e)return`[Network] ${e.message}`;if(t)for(var r=0,i=t.length;r<i;r++)n&&(n+=`
`),n+=`[GraphQL] ${t[r].message}`;return n})(e.networkError,t);super(n),this.name=`CombinedError`,this.message=n,this.graphQLErrors=t,this.networkError=e.networkError,this.response=e.response}toString(){return this.message}},Qn=(e,t)=>{for(var n=0|(t||5381),r=0,i=0|e.length;r<i;r++)n=(n<<5)+n+e.charCodeAt(r);return n},$n=new Set,er=new WeakMap,tr=(e,t)=>{if(e===null||$n.has(e))return`null`;if(typeof e!=`object`)return JSON.stringify(e)||``;if(e.toJSON)return tr(e.toJSON(),t);if(Array.isArray(e)){for(var n=`[`,r=0,i=e.length;r<i;r++)n.length>1&&(n+=`,`),n+=tr(e[r],t)||`null`;return n+=`]`}if(!t&&(ar!==ir&&e instanceof ar||or!==ir&&e instanceof or))return`null`;var a=Object.keys(e).sort();if(!a.length&&e.constructor&&Object.getPrototypeOf(e).constructor!==Object.prototype.constructor){var o=er.get(e)||Math.random().toString(36).slice(2);return er.set(e,o),tr({__key:o},t)}$n.add(e);for(var s=`{`,c=0,l=a.length;c<l;c++){var u=tr(e[a[c]],t);u&&(s.length>1&&(s+=`,`),s+=tr(a[c],t)+`:`+u)}return $n.delete(e),s+=`}`},nr=(e,t,n)=>{if(!(typeof n!=`object`||!n||n.toJSON||$n.has(n))){if(Array.isArray(n))for(var r=0,i=n.length;r<i;r++)nr(e,`${t}.${r}`,n[r]);else if(n instanceof ar||n instanceof or)e.set(t,n);else for(var a in $n.add(n),n)nr(e,`${t}.${a}`,n[a])}},rr=(e,t)=>($n.clear(),tr(e,t||!1)),ir=class{},ar=typeof File<`u`?File:ir,or=typeof Blob<`u`?Blob:ir,sr=/("{3}[\s\S]*"{3}|"(?:\\.|[^"])*")/g,cr=/(?:#[^\n\r]+)?(?:[\r\n]+|$)/g,lr=(e,t)=>t%2==0?e.replace(cr,`
`):e,ur=e=>e.split(sr).map(lr).join(``).trim(),dr=new Map,fr=new Map,pr=e=>{var t;return typeof e==`string`?t=ur(e):e.loc&&fr.get(e.__key)===e?t=e.loc.source.body:(t=dr.get(e)||ur(Sn(e)),dr.set(e,t)),typeof e!=`string`&&!e.loc&&(e.loc={start:0,end:t.length,source:{body:t,name:`gql`,locationOffset:{line:1,column:1}}}),t},mr=e=>{var t;if(e.documentId)t=Qn(e.documentId);else if(t=Qn(pr(e)),e.definitions){var n=_r(e);n&&(t=Qn(`\n# ${n}`,t))}return t},hr=e=>{var t,n;return typeof e==`string`?(t=mr(e),n=fr.get(t)||yn(e,{noLocation:!0})):(t=e.__key||mr(e),n=fr.get(t)||e),n.loc||pr(n),n.__key=t,fr.set(t,n),n},gr=(e,t,n)=>{var r=t||{},i=hr(e),a=rr(r,!0),o=i.__key;return a!==`{}`&&(o=Qn(a,o)),{key:o,query:i,variables:r,extensions:n}},_r=e=>{for(var t=0,n=e.definitions.length;t<n;t++){var r=e.definitions[t];if(r.kind===tn.OPERATION_DEFINITION)return r.name?r.name.value:void 0}},vr=(e,t,n)=>{var r=t.payload||t;if(!(`data`in r||`errors`in r&&Array.isArray(r.errors)))throw Error(`No Content`);var i=e.kind===`subscription`;return{operation:e,data:r.data,error:Array.isArray(r.errors)?new Zn({graphQLErrors:r.errors,response:n}):void 0,extensions:r.extensions?{...r.extensions}:void 0,hasNext:t.hasNext==null?i:t.hasNext,stale:!1}},yr=(e,t)=>{if(typeof e==`object`&&e){if(Array.isArray(e)){e=[...e];for(var n=0,r=t.length;n<r;n++)e[n]=yr(e[n],t[n]);return e}if(!e.constructor||e.constructor===Object){for(var i in e={...e},t)e[i]=yr(e[i],t[i]);return e}}return t},br=(e,t,n,r)=>{var i=e.error?e.error.graphQLErrors:[],a=!!e.extensions||!!(t.payload||t).extensions,o={...e.extensions,...(t.payload||t).extensions},s=t.incremental;`path`in t&&(s=[t]);var c={data:e.data};if(s)for(var l=function(){var e=s[u];Array.isArray(e.errors)&&i.push(...e.errors),e.extensions&&(Object.assign(o,e.extensions),a=!0);var t=`data`,n=c,l=[];if(e.path)l=e.path;else if(r){var d=r.find((t=>t.id===e.id));l=e.subPath?[...d.path,...e.subPath]:d.path}for(var f=0,p=l.length;f<p;t=l[f++])n=n[t]=Array.isArray(n[t])?[...n[t]]:{...n[t]};if(e.items)for(var m=+t>=0?t:0,h=0,g=e.items.length;h<g;h++)n[m+h]=yr(n[m+h],e.items[h]);else e.data!==void 0&&(n[t]=yr(n[t],e.data))},u=0,d=s.length;u<d;u++)l();else c.data=(t.payload||t).data||e.data,i=t.errors||t.payload&&t.payload.errors||i;return{operation:e.operation,data:c.data,error:i.length?new Zn({graphQLErrors:i,response:n}):void 0,extensions:a?o:void 0,hasNext:t.hasNext==null?e.hasNext:t.hasNext,stale:!1}},xr=(e,t,n)=>({operation:e,data:void 0,error:new Zn({networkError:t,response:n}),extensions:void 0,hasNext:!1,stale:!1});function Sr(e){var t={query:void 0,documentId:void 0,operationName:_r(e.query),variables:e.variables||void 0,extensions:e.extensions};return`documentId`in e.query&&e.query.documentId&&(!e.query.definitions||!e.query.definitions.length)?t.documentId=e.query.documentId:e.extensions&&e.extensions.persistedQuery&&!e.extensions.persistedQuery.miss||(t.query=pr(e.query)),t}var Cr=(e,t)=>{var n=e.kind===`query`&&e.context.preferGetMethod;if(!n||!t)return e.context.url;var r=wr(e.context.url);for(var i in t){var a=t[i];a&&r[1].set(i,typeof a==`object`?rr(a):a)}var o=r.join(`?`);return o.length>2047&&n!==`force`?(e.context.preferGetMethod=!1,e.context.url):o},wr=e=>{var t=e.indexOf(`?`);return t>-1?[e.slice(0,t),new URLSearchParams(e.slice(t+1))]:[e,new URLSearchParams]},Tr=(e,t)=>{if(t&&!(e.kind===`query`&&e.context.preferGetMethod)){var n=rr(t),r=(e=>{var t=new Map;return(ar!==ir||or!==ir)&&($n.clear(),nr(t,`variables`,e)),t})(t.variables);if(r.size){var i=new FormData;i.append(`operations`,n),i.append(`map`,rr({...[...r.keys()].map((e=>[e]))}));var a=0;for(var o of r.values())i.append(``+a++,o);return i}return n}},Er=(e,t)=>{var n={accept:e.kind===`subscription`?`text/event-stream, multipart/mixed`:`application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed`},r=(typeof e.context.fetchOptions==`function`?e.context.fetchOptions():e.context.fetchOptions)||{};if(r.headers){if((e=>`has`in e&&!Object.keys(e).length)(r.headers))r.headers.forEach(((e,t)=>{n[t]=e}));else if(Array.isArray(r.headers))r.headers.forEach(((e,t)=>{Array.isArray(e)?n[e[0]]?n[e[0]]=`${n[e[0]]},${e[1]}`:n[e[0]]=e[1]:n[t]=e}));else for(var i in r.headers)n[i.toLowerCase()]=r.headers[i]}var a=Tr(e,t);return typeof a==`string`&&!n[`content-type`]&&(n[`content-type`]=`application/json`),{...r,method:a?`POST`:`GET`,body:a,headers:n}},Dr=/boundary="?([^=";]+)"?/i,Or=/data: ?([^\n]+)/;async function*kr(e){if(e.body[Symbol.asyncIterator])for await(var t of e.body)yield t;else{var n=e.body.getReader(),r;try{for(;!(r=await n.read()).done;)yield r.value}finally{n.cancel()}}}async function*Ar(e,t){var n=typeof TextDecoder<`u`?new TextDecoder:null,r=``,i;for await(var a of e)for(r+=a.constructor.name===`Buffer`?a.toString():n.decode(a,{stream:!0});(i=r.indexOf(t))>-1;)yield r.slice(0,i),r=r.slice(i+t.length)}async function*jr(e,t,n){var r=!0,i=null,a;try{yield await Promise.resolve();var o=(a=await(e.context.fetch||fetch)(t,n)).headers.get(`Content-Type`)||``,s=/multipart\/mixed/i.test(o)?async function*(e,t){var n=e.match(Dr),r=`--`+(n?n[1]:`-`),i=!0,a;for await(var o of Ar(kr(t),`\r
`+r)){if(i){i=!1;var s=o.indexOf(r);if(s>-1)o=o.slice(s+r.length);else continue}try{yield a=JSON.parse(o.slice(o.indexOf(`\r
\r
`)+4))}catch(e){if(!a)throw e}if(a&&!1===a.hasNext)break}a&&!1!==a.hasNext&&(yield{hasNext:!1})}(o,a):/text\/event-stream/i.test(o)?async function*(e){var t;for await(var n of Ar(kr(e),`

`)){var r=n.match(Or);if(r){var i=r[1];try{yield t=JSON.parse(i)}catch(e){if(!t)throw e}if(t&&!1===t.hasNext)break}}t&&!1!==t.hasNext&&(yield{hasNext:!1})}(a):/text\//i.test(o)?async function*(e){var t=await e.text();try{yield JSON.parse(t)}catch{throw Error(t)}}(a):async function*(e){yield JSON.parse(await e.text())}(a),c;for await(var l of s)l.pending&&!i?c=l.pending:l.pending&&(c=[...c,...l.pending]),i=i?br(i,l,a,c):vr(e,l,a),r=!1,yield i,r=!0;i||(yield i=vr(e,{},a))}catch(t){if(!r)throw t;yield xr(e,a&&(a.status<200||a.status>=300)&&a.statusText?Error(a.statusText):t,a)}}function Mr(e,t,n){var r;return typeof AbortController<`u`&&(n.signal=(r=new AbortController).signal),jn((()=>{r&&r.abort()}))(q((e=>!!e))(Bn(jr(e,t,n))))}var Nr=(e,t)=>{if(Array.isArray(e))for(var n=0,r=e.length;n<r;n++)Nr(e[n],t);else if(typeof e==`object`&&e)for(var i in e)i===`__typename`&&typeof e[i]==`string`?t.add(e[i]):Nr(e[i],t);return t},Pr=e=>{if(`definitions`in e){for(var t=[],n=0,r=e.definitions.length;n<r;n++){var i=Pr(e.definitions[n]);t.push(i)}return{...e,definitions:t}}if(`directives`in e&&e.directives&&e.directives.length){for(var a=[],o={},s=0,c=e.directives.length;s<c;s++){var l=e.directives[s],u=l.name.value;u[0]===`_`?u=u.slice(1):a.push(l),o[u]=l}e={...e,directives:a,_directives:o}}if(`selectionSet`in e){var d=[],f=e.kind===tn.OPERATION_DEFINITION;if(e.selectionSet){for(var p=0,m=e.selectionSet.selections.length;p<m;p++){var h=e.selectionSet.selections[p];f||=h.kind===tn.FIELD&&h.name.value===`__typename`&&!h.alias;var g=Pr(h);d.push(g)}return f||d.push({kind:tn.FIELD,name:{kind:tn.NAME,value:`__typename`},_generated:!0}),{...e,selectionSet:{...e.selectionSet,selections:d}}}}return e},Fr=new Map,Ir=e=>{var t=hr(e),n=Fr.get(t.__key);return n||(Fr.set(t.__key,n=Pr(t)),Object.defineProperty(n,"__key",{value:t.__key,enumerable:!1})),n};function Lr(e){var t=t=>e(t);return t.toPromise=()=>Yn(In(1)(q((e=>!e.stale&&!e.hasNext))(t))),t.then=(e,n)=>t.toPromise().then(e,n),t.subscribe=e=>qn(e)(t),t}function Rr(e,t,n){return{...t,kind:e,context:t.context?{...t.context,...n}:n||t.context}}var zr=(e,t)=>Rr(e.kind,e,{meta:{...e.context.meta,...t}}),Br=()=>{},Vr=({kind:e})=>e!==`mutation`&&e!==`query`,Hr=e=>{var t=Ir(e.query);if(t!==e.query){var n=Rr(e.kind,e);return n.query=t,n}return e},Ur=({forward:e,client:t,dispatchDebug:n})=>{var r=new Map,i=new Map,a=e=>e.kind===`query`&&e.context.requestPolicy!==`network-only`&&(e.context.requestPolicy===`cache-only`||r.has(e.key));return n=>An([Dn((e=>{var n=r.get(e.key),i=n||vr(e,{data:null});return i={...i,operation:zr(e,{cacheOutcome:n?`hit`:`miss`})},e.context.requestPolicy===`cache-and-network`&&(i.stale=!0,Wr(t,e)),i}))(q((e=>!Vr(e)&&a(e)))(n)),Mn((e=>{var{operation:n}=e;if(n){var a=n.context.additionalTypenames||[];if(e.operation.kind!==`subscription`&&(a=(e=>[...Nr(e,new Set)])(e.data).concat(a)),e.operation.kind===`mutation`||e.operation.kind===`subscription`){for(var o=new Set,s=0;s<a.length;s++){var c=a[s],l=i.get(c);l||i.set(c,l=new Set);for(var u of l.values())o.add(u);l.clear()}for(var d of o.values())r.has(d)&&(n=r.get(d).operation,r.delete(d),Wr(t,n))}else if(n.kind===`query`&&e.data){r.set(n.key,e);for(var f=0;f<a.length;f++){var p=a[f],m=i.get(p);m||i.set(p,m=new Set),m.add(n.key)}}}}))(e(q((e=>e.kind!==`query`||e.context.requestPolicy!==`cache-only`))(Dn((e=>zr(e,{cacheOutcome:`miss`})))(An([Dn(Hr)(q((e=>!Vr(e)&&!a(e)))(n)),q((e=>Vr(e)))(n)])))))])},Wr=(e,t)=>e.reexecuteOperation(Rr(t.kind,t,{requestPolicy:`network-only`})),Gr=({forward:e,dispatchDebug:t})=>t=>An([On((e=>{var n=Sr(e),r=Cr(e,n),i=Er(e,n);return Ln(q((t=>t.kind===`teardown`&&t.key===e.key))(t))(Mr(e,r,i))}))(q((e=>e.kind!==`teardown`&&(e.kind!==`subscription`||!!e.context.fetchSubscriptions)))(t)),e(q((e=>e.kind===`teardown`||e.kind===`subscription`&&!e.context.fetchSubscriptions))(t))]),Kr=e=>({client:t,forward:n,dispatchDebug:r})=>e.reduceRight(((e,n)=>n({client:t,forward(t){return Pn(e(Pn(t)))},dispatchDebug(e){}})),n),qr=({onOperation:e,onResult:t,onError:n})=>({forward:r})=>i=>On((e=>{n&&e.error&&n(e.error,e.operation);var r=t&&t(e)||e;return`then`in r?Kn(r):Un(r)}))(r(On((t=>{if(t.kind===`teardown`)return Un(t);var n=e&&e(t)||t;return`then`in n?Ln(q((e=>e.kind===`teardown`&&e.key===t.key))(i))(Kn(n)):Un(n)}))(i))),Jr=({dispatchDebug:e})=>e=>q((e=>!1))(e),Yr=function e(t){var n=0,r=new Map,i=new Map,a=new Set,o=[],s={url:t.url,fetchSubscriptions:t.fetchSubscriptions,fetchOptions:t.fetchOptions,fetch:t.fetch,preferGetMethod:t.preferGetMethod==null?`within-url-limit`:t.preferGetMethod,requestPolicy:t.requestPolicy||`cache-first`},c=Gn();function l(e){e.kind!==`mutation`&&e.kind!==`teardown`&&a.has(e.key)||(e.kind===`teardown`?a.delete(e.key):e.kind!==`mutation`&&a.add(e.key),c.next(e))}var u=!1;function d(e){if(e&&l(e),!u){for(u=!0;u&&(e=o.shift());)l(e);u=!1}}var f=e=>{var t=Ln(q((t=>t.kind===`teardown`&&t.key===e.key))(c.source))(q((t=>t.operation.kind===e.kind&&t.operation.key===e.key&&(!t.operation.context._instance||t.operation.context._instance===e.context._instance)))(g));return t=e.kind===`query`?Fn((t=>{var n=Un(t);return t.stale||t.hasNext?n:An([n,Dn((()=>(t.stale=!0,t)))(In(1)(q((t=>t.key===e.key))(c.source)))])}))(t):Rn((e=>!!e.hasNext),!0)(t),t=e.kind===`mutation`?Nn((()=>{l(e)}))(t):jn((()=>{a.delete(e.key),r.delete(e.key),i.delete(e.key),u=!1;for(var t=o.length-1;t>=0;t--)o[t].key===e.key&&o.splice(t,1);l(Rr(`teardown`,e,e.context))}))(Mn((t=>{if(t.stale){if(!t.hasNext)a.delete(e.key);else for(var n=0;n<o.length;n++){var i=o[n];if(i.key===t.operation.key){a.delete(i.key);break}}}else t.hasNext||a.delete(e.key);r.set(e.key,t)}))(t)),Pn(t)},p=this instanceof e?this:Object.create(e.prototype),m=Object.assign(p,{suspense:!!t.suspense,operations$:c.source,reexecuteOperation(e){if(e.kind===`teardown`)d(e);else if(e.kind===`mutation`)o.push(e),Promise.resolve().then(d);else if(i.has(e.key)){for(var t=!1,n=0;n<o.length;n++)o[n].key===e.key&&(o[n]=e,t=!0);t||a.has(e.key)&&e.context.requestPolicy!==`network-only`?(a.delete(e.key),Promise.resolve().then(d)):(o.push(e),Promise.resolve().then(d))}},createRequestOperation(e,t,r){return r||={},Rr(e,t,{_instance:e===`mutation`?n=n+1|0:void 0,...s,...r,requestPolicy:r.requestPolicy||s.requestPolicy,suspense:r.suspense||!1!==r.suspense&&m.suspense})},executeRequestOperation(e){return e.kind===`mutation`?Lr(f(e)):Lr(zn((()=>{var t=i.get(e.key);t||i.set(e.key,t=f(e)),t=Nn((()=>{d(e)}))(t);var n=r.get(e.key);return e.kind===`query`&&n&&(n.stale||n.hasNext)?Fn(Un)(An([t,q((t=>t===r.get(e.key)))(Un(n))])):t})))},executeQuery(e,t){var n=m.createRequestOperation(`query`,e,t);return m.executeRequestOperation(n)},executeSubscription(e,t){var n=m.createRequestOperation(`subscription`,e,t);return m.executeRequestOperation(n)},executeMutation(e,t){var n=m.createRequestOperation(`mutation`,e,t);return m.executeRequestOperation(n)},readQuery(e,t,n){var r=null;return qn((e=>{r=e}))(m.query(e,t,n)).unsubscribe(),r},query:(e,t,n)=>m.executeQuery(gr(e,t),n),subscription:(e,t,n)=>m.executeSubscription(gr(e,t),n),mutation:(e,t,n)=>m.executeMutation(gr(e,t),n)}),h=Br,g=Pn(Kr(t.exchanges)({client:m,dispatchDebug:h,forward:Jr({dispatchDebug:h})})(c.source));return Jn(g),m},Xr=`hookwright.token`,Zr=new Set,Qr=``;function $r(){let e=new URLSearchParams(location.hash.slice(1)).get(`token`);e!==null&&(history.replaceState(null,``,location.pathname+location.search),e.trim()&&sessionStorage.setItem(Xr,e.trim()))}var ei=()=>sessionStorage.getItem(Xr),ti=()=>Qr;function ni(e){sessionStorage.setItem(Xr,e),Qr=``,ai()}function ri(e=``){sessionStorage.removeItem(Xr),Qr=e,ai()}function ii(e){return Zr.add(e),()=>Zr.delete(e)}function ai(){for(let e of Zr)e()}var oi=()=>new Yr({url:`/graphql`,preferGetMethod:!1,exchanges:[qr({onError:e=>{li(e)&&ri(`This token is not accepted. It may have been revoked, or be another server's.`)}}),Ur,Gr],requestPolicy:`cache-and-network`,fetchOptions:()=>({headers:{authorization:`Bearer ${ei()??``}`}})}),si=oi();ii(()=>{si=oi()});var ci=()=>si,li=e=>e.graphQLErrors.some(e=>e.extensions?.code===`UNAUTHENTICATED`)||e.response?.status===401;function ui(e){return`graphQLErrors`in e&&e.graphQLErrors.length>0?e.graphQLErrors.map(e=>e.message).join(` `):`The server does not answer. Is it running? This page tries again by itself.`}async function di(e,t){let n=await si.mutation(e.toString(),{input:t}).toPromise();if(n.error||!n.data)return{payload:null,problems:[{code:`FAILED`,message:n.error?ui(n.error):`The server gave no answer.`,path:[`input`]}]};let r=Object.entries(n.data).find(([e])=>e!==`__typename`)?.[1],i=r.errors??[];return pi(),{payload:r,problems:i}}var fi=new Set;function pi(){for(let e of fi)e()}function mi(e){return fi.add(e),()=>fi.delete(e)}function hi(e){return JSON.parse(JSON.stringify(e,(e,t)=>e===`__typename`?void 0:t))}function gi(e,t,{pollMs:n=0,isPaused:r=!1}={}){let i=e.toString()+JSON.stringify(t),[a,o]=A({key:``,error:``}),s=M(t);s.current=t;let c=Le(()=>{r||ci().query(e.toString(),s.current,{requestPolicy:`network-only`}).toPromise()},[i,r]);j(()=>{if(r)return;let{unsubscribe:t}=ci().query(e.toString(),s.current).subscribe(e=>{o(t=>({key:i,data:e.data??(t.key===i?t.data:void 0),error:e.error?ui(e.error):``}))}),n=mi(c);return()=>{t(),n()}},[i,r,c]),j(()=>{if(!n||r)return;let e=()=>globalThis.document.visibilityState===`visible`&&c(),t=setInterval(e,n);return globalThis.document.addEventListener(`visibilitychange`,e),()=>{clearInterval(t),globalThis.document.removeEventListener(`visibilitychange`,e)}},[n,r,c]);let l=a.key===i;return{data:l?a.data:void 0,error:l?a.error:``,isLoading:!r&&(!l||a.data===void 0&&a.error===``),refresh:c}}var J=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new J(`
    fragment Problem on UserError {
  code
  message
  path
}
    `,{fragmentName:`Problem`}),new J(`
    fragment KV on KeyValue {
  name
  value
}
    `,{fragmentName:`KV`}),new J(`
    fragment AuthorizationParts on RequestAuthorization {
  kind
  token
  username
  password
  entries {
    ...KV
  }
}
    fragment KV on KeyValue {
  name
  value
}`,{fragmentName:`AuthorizationParts`}),new J(`
    fragment RequestParts on RequestTemplate {
  method
  url
  headers {
    ...KV
  }
  query {
    ...KV
  }
  body {
    kind
    contentType
    raw
    json
    form {
      ...KV
    }
  }
  authorization {
    ...AuthorizationParts
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment AuthorizationParts on RequestAuthorization {
  kind
  token
  username
  password
  entries {
    ...KV
  }
}`,{fragmentName:`RequestParts`}),new J(`
    fragment RuleParts on HandshakeRule {
  name
  signed
  rejectStatus
  when {
    path
    equals
    isPresent
    oneOf
    prefix
  }
  require {
    ...KV
  }
  persist {
    ...KV
  }
  show {
    ...KV
  }
  reply {
    status
    text
    json
    echo
    headers {
      ...KV
    }
  }
  followUp {
    method
    url
    hosts
  }
}
    fragment KV on KeyValue {
  name
  value
}`,{fragmentName:`RuleParts`}),new J(`
    fragment CodeParts on CustomCode {
  code
  digestHeader
  parameters {
    ...KV
  }
}
    fragment KV on KeyValue {
  name
  value
}`,{fragmentName:`CodeParts`}),new J(`
    fragment VerificationParts on Verification {
  form
  scheme
  covers {
    body
    time
    url
  }
  secrets {
    name
    value
    until
  }
  basic {
    username
    password
  }
  token {
    bodyPath
    formField
    header
    prefix
    previousSecret
    previousSecretUntil
    query
    secret
  }
  hmac {
    algorithm
    bodyPath
    encoding
    formField
    header
    keyEncoding
    prefix
    previousSecret
    previousSecretUntil
    query
    secret
    signedContent
    timestampHeader
    timestampUnit
    toleranceSeconds
  }
  publicKey {
    algorithm
    bodyPath
    encoding
    formField
    header
    keyEncoding
    keyForm
    prefix
    previousPublicKey
    previousPublicKeyUntil
    publicKey
    query
    signedContent
    timestampHeader
    timestampUnit
    toleranceSeconds
  }
  jwt {
    algorithms
    audience
    bodyHashClaim
    bodyHashEncoding
    bodyPath
    formField
    header
    inBody
    issuer
    jwksUrl
    keyForm
    leewaySeconds
    maxAgeSeconds
    prefix
    publicKey
    query
    requiredClaims
    secret
  }
  provider {
    provider
    scheme
    secrets {
      name
      value
      until
    }
  }
  code {
    ...CodeParts
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment CodeParts on CustomCode {
  code
  digestHeader
  parameters {
    ...KV
  }
}`,{fragmentName:`VerificationParts`}),new J(`
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
}
    `,{fragmentName:`DeliveryRow`}),new J(`
    fragment BodyParts on DeliveryBody {
  base64
  text
  json
  size
}
    `,{fragmentName:`BodyParts`}),new J(`
    fragment Account on Credential {
  id
  userId
  providerId
  isSandbox
  status
  createdAt
}
    `,{fragmentName:`Account`}),new J(`
    fragment PreviewedParts on PreviewedVerdict {
  outcome
  cause
  explanation
  events
  providerIds
}
    `,{fragmentName:`PreviewedParts`}),new J(`
    fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}`,{fragmentName:`ExchangeParts`}),new J(`
    fragment RegistrationParts on Registration {
  id
  state
  reason
  isTest
  isWanted
  attempts
  nextAttemptAt
  expiresAt
  renewsAt
  providerUrl
  webhookUrl
  createdAt
  updatedAt
  credential {
    id
    userId
    providerId
  }
  exchange {
    ...ExchangeParts
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}`,{fragmentName:`RegistrationParts`}),new J(`
    fragment RunRow on Run {
  id
  state
  attempt
  status
  error
  createdAt
  updatedAt
  nextAttemptAt
  workflow {
    id
    name
  }
  credential {
    id
    userId
  }
}
    `,{fragmentName:`RunRow`});var _i=new J(`
    query Viewer {
  viewer {
    ... on Editor {
      project {
        id
        name
      }
    }
  }
}
    `),vi=new J(`
    query Integrations($after: String) {
  integrations(first: 50, after: $after) {
    edges {
      node {
        id
        name
        slug
        apiBaseUrl
        createdAt
        provider {
          slug
          name
        }
        sandboxCredential {
          id
        }
        triggers(first: 100) {
          edges {
            node {
              id
              status
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),yi=new J(`
    query Catalog($search: String, $after: String) {
  providers(search: $search, first: 60, after: $after) {
    edges {
      node {
        slug
        name
        description
        level
        creation
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),bi=new J(`
    query CatalogEntry($slug: String!) {
  provider(slug: $slug) {
    slug
    name
    description
    documentation
    apiBaseUrl
    level
    creation
    manual
    notes
    fields {
      name
      label
      help
      isSecret
    }
    secrets {
      name
      label
      help
      value
    }
    schemes {
      slug
      name
      covers {
        body
        time
        url
      }
    }
    handshakes {
      name
    }
    routing
  }
}
    `),xi=new J(`
    query Integration($id: ID!) {
  integration(id: $id) {
    id
    name
    slug
    apiBaseUrl
    webhookUrl
    createdAt
    provider {
      slug
      name
      documentation
      manual
      notes
      fields {
        name
        label
        help
        isSecret
      }
      authorization {
        ...AuthorizationParts
      }
    }
    authorization {
      accountValues
      scheme {
        ...AuthorizationParts
      }
    }
    sandboxCredential {
      ...Account
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment AuthorizationParts on RequestAuthorization {
  kind
  token
  username
  password
  entries {
    ...KV
  }
}
fragment Account on Credential {
  id
  userId
  providerId
  isSandbox
  status
  createdAt
}`),Si=new J(`
    query Accounts($id: ID!, $after: String) {
  integration(id: $id) {
    id
    credentials(first: 50, after: $after) {
      edges {
        node {
          ...Account
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Account on Credential {
  id
  userId
  providerId
  isSandbox
  status
  createdAt
}`),Ci=new J(`
    query Triggers($id: ID!, $after: String) {
  integration(id: $id) {
    id
    triggers(first: 50, after: $after) {
      edges {
        node {
          id
          name
          description
          status
          level
          creation
          hasDraft
          updatedAt
          wizard {
            stepsRemaining
          }
          sample {
            id
            receivedAt
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `),wi=new J(`
    query Unrouted($id: ID!, $after: String) {
  integration(id: $id) {
    id
    unrouted(first: 30, after: $after) {
      edges {
        node {
          ...DeliveryRow
          verdicts {
            providerIds
          }
          nearMisses {
            message
            credential {
              id
              userId
              providerId
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
}`),Ti=new J(`
    mutation CreateIntegration($input: CreateIntegrationInput!) {
  createIntegration(input: $input) {
    integration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ei=new J(`
    mutation UpdateIntegration($input: UpdateIntegrationInput!) {
  updateIntegration(input: $input) {
    integration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Di=new J(`
    mutation DeleteIntegration($input: DeleteIntegrationInput!) {
  deleteIntegration(input: $input) {
    deletedIntegrationId
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Oi=new J(`
    mutation ConnectAccount($input: ConnectAccountInput!) {
  connectAccount(input: $input) {
    credential {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ki=new J(`
    mutation DisconnectAccount($input: DisconnectAccountInput!) {
  disconnectAccount(input: $input) {
    credential {
      id
      status
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ai=new J(`
    query Settings {
  viewer {
    ... on Editor {
      project {
        id
        name
        createdAt
        secrets {
          name
          updatedAt
        }
        editorTokens {
          id
          name
          createdAt
          revokedAt
        }
        userTokenKeys {
          id
          name
          algorithm
          createdAt
          revokedAt
        }
      }
    }
  }
}
    `);new J(`
    query SecretNames {
  viewer {
    ... on Editor {
      project {
        id
        secrets {
          name
        }
      }
    }
  }
}
    `);var ji=new J(`
    mutation SetSecret($input: SetSecretInput!) {
  setSecret(input: $input) {
    secret {
      name
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Mi=new J(`
    mutation DeleteSecret($input: DeleteSecretInput!) {
  deleteSecret(input: $input) {
    deletedName
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ni=new J(`
    mutation CreateEditorToken($input: CreateEditorTokenInput!) {
  createEditorToken(input: $input) {
    token
    editorToken {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Pi=new J(`
    mutation RevokeEditorToken($input: RevokeEditorTokenInput!) {
  revokeEditorToken(input: $input) {
    editorToken {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Fi=new J(`
    mutation CreateUserTokenKey($input: CreateUserTokenKeyInput!) {
  createUserTokenKey(input: $input) {
    userTokenKey {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ii=new J(`
    mutation RevokeUserTokenKey($input: RevokeUserTokenKeyInput!) {
  revokeUserTokenKey(input: $input) {
    userTokenKey {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Li=new J(`
    mutation Diagnose($input: DiagnoseSignatureInput!) {
  diagnoseSignature(input: $input) {
    diagnosis {
      explanation
      tried
      findings {
        explanation
        changes
        isStale
        secretName
        verification
        covers {
          body
          time
          url
        }
        providers {
          name
        }
      }
      hints {
        code
        message
      }
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ri=new J(`
    mutation ApplyDiagnosis($input: ApplyDiagnosisInput!) {
  applyDiagnosis(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),zi=new J(`
    mutation PreviewHandling($input: PreviewHandlingInput!) {
  previewHandling(input: $input) {
    preview {
      changed
      deliveries {
        isChanged
        delivery {
          id
          receivedAt
        }
        before {
          ...PreviewedParts
        }
        after {
          ...PreviewedParts
        }
      }
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment PreviewedParts on PreviewedVerdict {
  outcome
  cause
  explanation
  events
  providerIds
}`),Bi=new J(`
    mutation RetryRegistration($input: RetryRegistrationInput!) {
  retryRegistration(input: $input) {
    registration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Vi=new J(`
    mutation MarkRegistrationRemoved($input: MarkRegistrationRemovedInput!) {
  markRegistrationRemoved(input: $input) {
    registration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Hi=new J(`
    mutation Reconcile($input: ReconcileRegistrationsInput!) {
  reconcileRegistrations(input: $input) {
    listed
    findings {
      id
      kind
      explanation
      providerWebhookUrl
      providerState
    }
    exchange {
      ...ExchangeParts
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}`),Ui=new J(`
    mutation FixFinding($input: FixRegistrationFindingInput!) {
  fixRegistrationFinding(input: $input) {
    registration {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Wi=new J(`
    mutation EnableWorkflow($input: EnableWorkflowInput!) {
  enableWorkflow(input: $input) {
    registration {
      id
      state
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Gi=new J(`
    mutation DisableWorkflow($input: DisableWorkflowInput!) {
  disableWorkflow(input: $input) {
    registration {
      id
      state
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ki=new J(`
    query Trigger($id: ID!) {
  trigger(id: $id) {
    id
    name
    description
    creation
    level
    status
    hasDraft
    providerSlug
    targetUrl
    updatedAt
    integration {
      id
      name
      slug
      apiBaseUrl
      webhookUrl
      provider {
        slug
        name
        manual
        documentation
        notes
        secrets {
          name
          label
          help
          value
        }
        schemes {
          slug
          name
          secretNames
          covers {
            body
            time
            url
          }
        }
        examples {
          name
        }
      }
      sandboxCredential {
        id
        userId
        providerId
      }
    }
    wizard {
      step
      stepsRemaining
      canFinish
      steps {
        step
        isComplete
        missing {
          ...Problem
        }
      }
    }
    finishImpact {
      registrations
      reasons
    }
    setup {
      keep {
        ...KV
      }
      request {
        ...RequestParts
      }
      teardown {
        ...RequestParts
      }
      renewal {
        every
        expiresAt
        request {
          ...RequestParts
        }
      }
    }
    response {
      kind
      rejectedStatus
      acknowledgement {
        status
        text
        json
        headers {
          ...KV
        }
      }
      code {
        ...CodeParts
      }
      handshakes {
        ...RuleParts
      }
    }
    handling {
      routing
      deduplicationKey
      filter {
        any {
          all {
            path
            operator
            value
          }
        }
      }
      verification {
        ...VerificationParts
      }
    }
    sample {
      ...DeliveryRow
    }
    persistedValues {
      name
      scope
      writtenAt
    }
    shownValues {
      name
      value
      at
      isVerified
      replacements
      deliveryId
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment KV on KeyValue {
  name
  value
}
fragment AuthorizationParts on RequestAuthorization {
  kind
  token
  username
  password
  entries {
    ...KV
  }
}
fragment RequestParts on RequestTemplate {
  method
  url
  headers {
    ...KV
  }
  query {
    ...KV
  }
  body {
    kind
    contentType
    raw
    json
    form {
      ...KV
    }
  }
  authorization {
    ...AuthorizationParts
  }
}
fragment RuleParts on HandshakeRule {
  name
  signed
  rejectStatus
  when {
    path
    equals
    isPresent
    oneOf
    prefix
  }
  require {
    ...KV
  }
  persist {
    ...KV
  }
  show {
    ...KV
  }
  reply {
    status
    text
    json
    echo
    headers {
      ...KV
    }
  }
  followUp {
    method
    url
    hosts
  }
}
fragment CodeParts on CustomCode {
  code
  digestHeader
  parameters {
    ...KV
  }
}
fragment VerificationParts on Verification {
  form
  scheme
  covers {
    body
    time
    url
  }
  secrets {
    name
    value
    until
  }
  basic {
    username
    password
  }
  token {
    bodyPath
    formField
    header
    prefix
    previousSecret
    previousSecretUntil
    query
    secret
  }
  hmac {
    algorithm
    bodyPath
    encoding
    formField
    header
    keyEncoding
    prefix
    previousSecret
    previousSecretUntil
    query
    secret
    signedContent
    timestampHeader
    timestampUnit
    toleranceSeconds
  }
  publicKey {
    algorithm
    bodyPath
    encoding
    formField
    header
    keyEncoding
    keyForm
    prefix
    previousPublicKey
    previousPublicKeyUntil
    publicKey
    query
    signedContent
    timestampHeader
    timestampUnit
    toleranceSeconds
  }
  jwt {
    algorithms
    audience
    bodyHashClaim
    bodyHashEncoding
    bodyPath
    formField
    header
    inBody
    issuer
    jwksUrl
    keyForm
    leewaySeconds
    maxAgeSeconds
    prefix
    publicKey
    query
    requiredClaims
    secret
  }
  provider {
    provider
    scheme
    secrets {
      name
      value
      until
    }
  }
  code {
    ...CodeParts
  }
}
fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
}`),qi=new J(`
    query Variables($id: ID!, $step: WizardStep!) {
  trigger(id: $id) {
    id
    variables(step: $step) {
      name
      label
      variables {
        path
        label
        sample
        isSecret
      }
    }
  }
}
    `);new J(`
    query UserUrl($id: ID!, $credential: ID!) {
  trigger(id: $id) {
    id
    userTargetUrl(credentialId: $credential)
  }
}
    `);var Ji=new J(`
    query ReadyHandshakes {
  readyHandshakes {
    name
    description
    source
    parameters {
      name
      description
    }
    rule {
      ...RuleParts
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment RuleParts on HandshakeRule {
  name
  signed
  rejectStatus
  when {
    path
    equals
    isPresent
    oneOf
    prefix
  }
  require {
    ...KV
  }
  persist {
    ...KV
  }
  show {
    ...KV
  }
  reply {
    status
    text
    json
    echo
    headers {
      ...KV
    }
  }
  followUp {
    method
    url
    hosts
  }
}`),Yi=new J(`
    query ResponsePreview($id: ID!) {
  trigger(id: $id) {
    id
    responsePreview {
      problem
      reply {
        status
        headers {
          ...KV
        }
        body {
          ...BodyParts
        }
      }
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment BodyParts on DeliveryBody {
  base64
  text
  json
  size
}`),Xi=new J(`
    query Deliveries($id: ID!, $outcome: [DeliveryOutcome!], $after: String) {
  trigger(id: $id) {
    id
    name
    deliveries(outcome: $outcome, first: 30, after: $after) {
      edges {
        node {
          ...DeliveryRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
}`),Zi=new J(`
    query Registrations($id: ID!, $after: String) {
  trigger(id: $id) {
    id
    name
    level
    registrations(first: 30, after: $after) {
      edges {
        node {
          ...RegistrationParts
          history {
            deed
            exchange {
              ...ExchangeParts
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}
fragment RegistrationParts on Registration {
  id
  state
  reason
  isTest
  isWanted
  attempts
  nextAttemptAt
  expiresAt
  renewsAt
  providerUrl
  webhookUrl
  createdAt
  updatedAt
  credential {
    id
    userId
    providerId
  }
  exchange {
    ...ExchangeParts
  }
}`),Qi=new J(`
    query LastSetup($id: ID!) {
  trigger(id: $id) {
    id
    registrations(first: 10) {
      edges {
        node {
          ...RegistrationParts
        }
      }
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}
fragment RegistrationParts on Registration {
  id
  state
  reason
  isTest
  isWanted
  attempts
  nextAttemptAt
  expiresAt
  renewsAt
  providerUrl
  webhookUrl
  createdAt
  updatedAt
  credential {
    id
    userId
    providerId
  }
  exchange {
    ...ExchangeParts
  }
}`),$i=new J(`
    query Delivery($id: ID!) {
  delivery(id: $id) {
    ...DeliveryRow
    headers {
      ...KV
    }
    query {
      ...KV
    }
    body {
      ...BodyParts
    }
    reply {
      status
      headers {
        ...KV
      }
      body {
        ...BodyParts
      }
    }
    verdicts {
      outcome
      cause
      explanation
      isVerified
      providerIds
      trigger {
        id
        name
      }
      events {
        id
        credential {
          id
          userId
          providerId
        }
        runs {
          id
          state
          workflow {
            id
            name
          }
        }
      }
      leftOut {
        reason
        workflow {
          id
          name
        }
      }
    }
    isReplay
    replayOf {
      id
      receivedAt
    }
    nearMisses {
      message
      path
      kind
      credential {
        id
        userId
        providerId
      }
    }
    duplicateOf {
      id
      receivedAt
    }
    console {
      level
      purpose
      text
    }
    followUp {
      state
      method
      url
      status
      error
      attempts
      nextAt
    }
    shownValues {
      name
      value
      isVerified
    }
  }
}
    fragment KV on KeyValue {
  name
  value
}
fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
}
fragment BodyParts on DeliveryBody {
  base64
  text
  json
  size
}`),ea=new J(`
    subscription Listen($triggerId: ID!, $after: String) {
  listenForEvents(triggerId: $triggerId, after: $after) {
    __typename
    ... on DeliveryReceived {
      cursor
      isLookBack
      delivery {
        ...DeliveryRow
      }
    }
    ... on ListenHeartbeat {
      cursor
      at
    }
    ... on ListenEnded {
      cursor
      reason
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
}`),ta=new J(`
    mutation CreateTrigger($input: CreateTriggerInput!) {
  createTrigger(input: $input) {
    trigger {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),na=new J(`
    mutation UpdateBasicInfo($input: UpdateBasicInfoInput!) {
  updateBasicInfo(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ra=new J(`
    mutation UpdateWebhookSetup($input: UpdateWebhookSetupInput!) {
  updateWebhookSetup(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ia=new J(`
    mutation UpdateWebhookResponse($input: UpdateWebhookResponseInput!) {
  updateWebhookResponse(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),aa=new J(`
    mutation UpdateEventHandling($input: UpdateEventHandlingInput!) {
  updateEventHandling(input: $input) {
    trigger {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),oa=new J(`
    mutation SendSetupRequest($input: SendSetupRequestInput!) {
  sendSetupRequest(input: $input) {
    registration {
      ...RegistrationParts
    }
    trigger {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment KV on KeyValue {
  name
  value
}
fragment ExchangeParts on Exchange {
  sentAt
  problem
  request {
    method
    url
    body
    headers {
      ...KV
    }
  }
  answer {
    status
    elapsedMs
    body
    headers {
      ...KV
    }
  }
}
fragment RegistrationParts on Registration {
  id
  state
  reason
  isTest
  isWanted
  attempts
  nextAttemptAt
  expiresAt
  renewsAt
  providerUrl
  webhookUrl
  createdAt
  updatedAt
  credential {
    id
    userId
    providerId
  }
  exchange {
    ...ExchangeParts
  }
}`),sa=new J(`
    mutation ClearPersistedValues($input: ClearPersistedValuesInput!) {
  clearPersistedValues(input: $input) {
    trigger {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ca=new J(`
    mutation SendSample($input: SendSampleDeliveryInput!) {
  sendSampleDelivery(input: $input) {
    delivery {
      ...DeliveryRow
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
}`),la=new J(`
    mutation RunCode($input: RunCustomCodeInput!) {
  runCustomCode(input: $input) {
    result {
      value
      bytes
      explanation
      isVerified
      isHandshake
      cause
      persists
      missingParameters
      wallMilliseconds
      cpuMilliseconds
      console {
        level
        text
      }
      error {
        failure
        message
        hint
        line
        column
      }
      reply {
        status
        headers {
          ...KV
        }
        body {
          ...BodyParts
        }
      }
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}
fragment KV on KeyValue {
  name
  value
}
fragment BodyParts on DeliveryBody {
  base64
  text
  json
  size
}`),ua=new J(`
    mutation FinishTrigger($input: FinishTriggerInput!) {
  finishTrigger(input: $input) {
    trigger {
      id
      status
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),da=new J(`
    mutation DisableTrigger($input: DisableTriggerInput!) {
  disableTrigger(input: $input) {
    trigger {
      id
      status
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),fa=new J(`
    mutation EnableTrigger($input: EnableTriggerInput!) {
  enableTrigger(input: $input) {
    trigger {
      id
      status
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),pa=new J(`
    mutation DeleteTrigger($input: DeleteTriggerInput!) {
  deleteTrigger(input: $input) {
    deletedTriggerId
    standing {
      id
      reason
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),ma=new J(`
    query Workflows($after: String) {
  workflows(first: 50, after: $after) {
    edges {
      node {
        id
        name
        status
        stoppedReason
        endpoint
        createdAt
        trigger {
          id
          name
          integration {
            id
            name
          }
        }
        dead: runs(first: 1, state: [DEAD]) {
          edges {
            node {
              id
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `),ha=new J(`
    query FinishedTriggers {
  integrations(first: 100) {
    edges {
      node {
        id
        name
        triggers(status: ACTIVE, first: 100) {
          edges {
            node {
              id
              name
              description
            }
          }
        }
      }
    }
  }
}
    `),ga=new J(`
    query Workflow($id: ID!) {
  workflow(id: $id) {
    id
    name
    endpoint
    isOrdered
    status
    stoppedReason
    createdAt
    updatedAt
    filter {
      any {
        all {
          path
          operator
          value
        }
      }
    }
    secrets {
      createdAt
      expiresAt
    }
    trigger {
      id
      name
      level
      targetUrl
      integration {
        id
        name
        sandboxCredential {
          id
        }
      }
    }
    testData {
      delivery {
        id
        receivedAt
      }
      output {
        sample
        schema
      }
    }
  }
}
    `),_a=new J(`
    query WorkflowAccounts($id: ID!, $after: String) {
  workflow(id: $id) {
    id
    accounts(first: 50, after: $after) {
      edges {
        node {
          ...Account
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    fragment Account on Credential {
  id
  userId
  providerId
  isSandbox
  status
  createdAt
}`),va=new J(`
    query Runs($workflowId: ID, $state: [RunState!], $after: String) {
  runs(workflowId: $workflowId, state: $state, first: 30, after: $after) {
    edges {
      node {
        ...RunRow
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment RunRow on Run {
  id
  state
  attempt
  status
  error
  createdAt
  updatedAt
  nextAttemptAt
  workflow {
    id
    name
  }
  credential {
    id
    userId
  }
}`),ya=new J(`
    query Run($id: ID!) {
  run(id: $id) {
    ...RunRow
    eventId
    heldUntil
    output
    trigger {
      id
      name
    }
    delivery {
      id
      receivedAt
    }
    history {
      number
      at
      elapsedMs
      status
      error
      answer
    }
  }
}
    fragment RunRow on Run {
  id
  state
  attempt
  status
  error
  createdAt
  updatedAt
  nextAttemptAt
  workflow {
    id
    name
  }
  credential {
    id
    userId
  }
}`),ba=new J(`
    subscription TestStep($workflowId: ID!, $after: String) {
  testStep(workflowId: $workflowId, after: $after) {
    __typename
    ... on TestStepWaiting {
      cursor
      text
      targetUrl
    }
    ... on DeliveryReceived {
      cursor
      isLookBack
      delivery {
        ...DeliveryRow
      }
    }
    ... on TestStepResult {
      cursor
      isLookBack
      leftOut
      output
      delivery {
        ...DeliveryRow
      }
    }
    ... on ListenHeartbeat {
      cursor
      at
    }
    ... on ListenEnded {
      cursor
      reason
    }
  }
}
    fragment DeliveryRow on Delivery {
  id
  receivedAt
  isTest
  method
  path
  queryString
  outcome
  cause
  explanation
  body {
    size
  }
  reply {
    status
  }
}`),xa=new J(`
    mutation CreateWorkflow($input: CreateWorkflowInput!) {
  createWorkflow(input: $input) {
    secret
    workflow {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Sa=new J(`
    mutation UpdateWorkflow($input: UpdateWorkflowInput!) {
  updateWorkflow(input: $input) {
    workflow {
      id
      updatedAt
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ca=new J(`
    mutation DeleteWorkflow($input: DeleteWorkflowInput!) {
  deleteWorkflow(input: $input) {
    deletedWorkflowId
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),wa=new J(`
    mutation RotateWorkflowSecret($input: RotateWorkflowSecretInput!) {
  rotateWorkflowSecret(input: $input) {
    secret
    workflow {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Ta=new J(`
    mutation ReplayDelivery($input: ReplayDeliveryInput!) {
  replayDelivery(input: $input) {
    delivery {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`);new J(`
    mutation ReplayEvent($input: ReplayEventInput!) {
  replayEvent(input: $input) {
    delivery {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`);var Ea=new J(`
    mutation ReplayIntoTestStep($input: ReplayIntoTestStepInput!) {
  replayIntoTestStep(input: $input) {
    delivery {
      id
      outcome
      explanation
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Da=new J(`
    mutation RouteDelivery($input: RouteDeliveryInput!) {
  routeDelivery(input: $input) {
    delivery {
      id
    }
    errors {
      ...Problem
    }
  }
}
    fragment Problem on UserError {
  code
  message
  path
}`),Oa=`/assets/icon-CO_GomY6.svg`,ka=0;Array.isArray;function Y(e,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:e,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:void 0,__v:--ka,__i:-1,__u:0,__source:a,__self:o};if(typeof e==`function`&&(s=e.defaultProps))for(c in s)l[c]===void 0&&(l[c]=s[c]);return t.vnode&&t.vnode(u),u}function X({kind:e=`plain`,isBusy:t=!1,children:n,class:r,...i}){return Y(`button`,{type:`button`,...i,class:`button ${e} ${r??``}`,"aria-busy":t,disabled:i.disabled||t,children:n})}function Aa({does:e,doing:t,onDo:n,...r}){let[i,a]=A(!1),o=M(!0);j(()=>()=>void(o.current=!1),[]);let s=async()=>{a(!0),await n().finally(()=>o.current&&a(!1))};return Y(X,{...r,isBusy:i,onClick:()=>void s(),children:i?t:e})}var ja=({what:e})=>Y(`p`,{class:`loading`,role:`status`,children:[`Loading `,e,` …`]}),Ma=({tone:e=`info`,children:t})=>Y(`div`,{class:`notice ${e}`,role:e===`bad`?`alert`:void 0,children:t});function Na({title:e,children:t,action:n}){return Y(`div`,{class:`empty`,children:[Y(`p`,{class:`empty-title`,children:e}),t&&Y(`div`,{class:`empty-text`,children:t}),n]})}function Pa(e,t){return e.data===void 0?e.error?Y(Ma,{tone:`bad`,children:[e.error,` `,Y(X,{onClick:e.refresh,children:`Try again`})]}):Y(ja,{what:t}):null}function Fa({title:e,crumbs:t=[],children:n,about:r}){return Y(`header`,{class:`head`,children:[t.length>0&&Y(`nav`,{class:`crumbs`,"aria-label":`Where this is`,children:t.map(([e,t],n)=>Y(`span`,{children:[n>0&&Y(`span`,{"aria-hidden":`true`,children:` / `}),Y(F,{href:t,children:e})]},t))}),Y(`div`,{class:`head-row`,children:[Y(`h1`,{children:e}),n&&Y(`div`,{class:`head-actions`,children:n})]}),r&&Y(`p`,{class:`about`,children:r})]})}function Ia({label:e,tabs:t,current:n}){return Y(`nav`,{class:`tabs`,"aria-label":e,children:t.map(([e,t,r])=>Y(F,{href:t,"aria-current":e===n?`page`:void 0,children:[e,r!==void 0&&r>0&&Y(`span`,{class:`count`,children:r})]},t))})}function La({text:e,label:t}){let[n,r]=A(!1),i=M(null),a=async()=>{try{await navigator.clipboard.writeText(e)}catch{i.current?.select(),globalThis.document.execCommand(`copy`)}r(!0),setTimeout(()=>r(!1),1500)};return Y(`div`,{class:`copy`,children:[Y(`input`,{ref:i,class:`mono`,readOnly:!0,value:e,"aria-label":t,onFocus:e=>e.currentTarget.select()}),Y(X,{onClick:()=>void a(),"aria-label":`Copy: ${t}`,children:n?`Copied`:`Copy`})]})}function Ra({hasMore:e,onMore:t}){return e?Y(`div`,{class:`more`,children:Y(X,{onClick:t,children:`Show more`})}):null}function za({ask:e,does:t,doing:n,children:r,onDo:i}){let a=M(null),[o,s]=A(``);return Y(C,{children:[Y(X,{kind:`quiet`,class:`danger-text`,onClick:()=>(s(``),a.current?.showModal()),children:e}),Y(`dialog`,{ref:a,"aria-label":e,children:[Y(`h2`,{children:[e,`?`]}),r,o&&Y(Ma,{tone:`bad`,children:o}),Y(`div`,{class:`row end`,children:[Y(X,{onClick:()=>a.current?.close(),children:`Cancel`}),Y(Aa,{kind:`danger`,does:t,doing:n,onDo:async()=>{let e=await i();e?s(e):a.current?.close()}})]})]})]})}var Ba=xe({problems:[],missing:[],places:new Set});function Va({problems:e,missing:t=[],children:n,onSubmit:r,label:i}){let a=Ie(()=>new Set,[]);return Y(Ba.Provider,{value:{problems:e,missing:t,places:a},children:Y(`form`,{class:`form`,"aria-label":i,noValidate:!0,onSubmit:e=>{e.preventDefault(),r?.()},children:[n,Y(Ga,{})]})})}var Ha=e=>e.path.slice(1).join(`.`),Ua=(e,t,n)=>e===t||n&&e.startsWith(`${t}.`);function Wa(e,t=!1){let n=Re(Ba);if(e&&n.places.add(t?`${e}.*`:e),j(()=>()=>void(e&&n.places.delete(t?`${e}.*`:e)),[e,t]),!e)return{wrong:[],missing:[]};let r=n=>[...new Set(n.filter(n=>Ua(Ha(n),e,t)).map(e=>e.message))],i=r(n.problems);return{wrong:i,missing:r(n.missing).filter(e=>!i.includes(e))}}function Ga(){let{problems:e,places:t}=Re(Ba),n=e=>[...t].some(t=>t.endsWith(`.*`)?Ua(e,t.slice(0,-2),!0):e===t),r=e.filter(e=>!n(Ha(e)));return r.length===0?null:Y(`ul`,{class:`problems`,role:`alert`,children:r.map(e=>Y(`li`,{children:[Ha(e)&&Y(`code`,{children:Ha(e)}),` `,e.message]},Ha(e)+e.message))})}function Ka({label:e,path:t,isDeep:n=!1,hint:r,isOptional:i,class:a,children:o}){let s=ze(),{wrong:c,missing:l}=Wa(t,n),u=`${s}-notes`,d=!!r||c.length+l.length>0;return Y(`div`,{class:`field ${c.length?`wrong`:l.length?`missing`:``} ${a??``}`,children:[Y(`label`,{for:s,children:[e,i&&Y(`span`,{class:`optional`,children:` optional`})]}),o({id:s,"aria-describedby":d?u:void 0,"aria-invalid":c.length>0||void 0}),d&&Y(`div`,{id:u,class:`notes`,children:[c.map(e=>Y(`p`,{class:`wrong-text`,children:e},e)),l.map(e=>Y(`p`,{class:`missing-text`,children:e},e)),r&&Y(`div`,{class:`hint`,children:r})]})]})}function Z({label:e,path:t,hint:n,isOptional:r,value:i,onValue:a,isMono:o,...s}){return Y(Ka,{label:e,path:t,hint:n,isOptional:r,class:s.class,children:e=>Y(`input`,{type:`text`,autoComplete:`off`,spellcheck:!1,...s,...e,class:o?`mono`:``,value:i,onInput:e=>a(e.currentTarget.value)})})}function qa({label:e,path:t,hint:n,isOptional:r,value:i,onValue:a,rows:o=3,isMono:s}){return Y(Ka,{label:e,path:t,hint:n,isOptional:r,children:e=>Y(`textarea`,{...e,rows:o,class:s?`mono`:``,spellcheck:!s,value:i,onInput:e=>a(e.currentTarget.value)})})}function Ja({label:e,path:t,hint:n,isOptional:r,value:i,options:a,onValue:o,class:s}){return Y(Ka,{label:e,path:t,hint:n,isOptional:r,class:s,children:e=>Y(`select`,{...e,value:i,onChange:e=>o(e.currentTarget.value),children:a.map(([e,t])=>Y(`option`,{value:e,children:t},e))})})}function Ya({label:e,path:t,value:n,options:r,onValue:i,isCompact:a}){let o=ze(),{wrong:s,missing:c}=Wa(t);return Y(`fieldset`,{class:`choice ${a?`compact`:``}`,children:[Y(`legend`,{children:e}),Y(`div`,{class:`choices`,children:r.map(([e,t,r])=>Y(`label`,{class:e===n?`chosen`:``,children:[Y(`input`,{type:`radio`,name:o,checked:e===n,onChange:()=>i(e)}),Y(`span`,{children:[Y(`span`,{class:`choice-name`,children:t}),r&&Y(`span`,{class:`choice-about`,children:r})]})]},e))}),[...s.map(e=>[e,`wrong-text`]),...c.map(e=>[e,`missing-text`])].map(([e,t])=>Y(`p`,{class:t,children:e},e))]})}function Xa({label:e,value:t,onValue:n,hint:r}){let i=ze();return Y(`div`,{class:`check`,children:[Y(`input`,{id:i,type:`checkbox`,checked:t,onChange:e=>n(e.currentTarget.checked),"aria-describedby":r?`${i}-hint`:void 0}),Y(`label`,{for:i,children:e}),r&&Y(`p`,{id:`${i}-hint`,class:`hint`,children:r})]})}var Za={EVENT:[`Event`,`good`],HANDSHAKE:[`Handshake`,`info`],REJECTED:[`Rejected`,`bad`],FILTERED:[`Filtered`,`plain`],UNROUTED:[`Unrouted`,`warn`],DUPLICATE:[`Duplicate`,`plain`]},Qa=Object.keys(Za),$a=e=>Za[e]?.[0]??to(e);function eo({outcome:e}){return Y(Q,{tone:Za[e]?.[1]??`plain`,children:$a(e)})}function Q({tone:e,children:t}){return Y(`span`,{class:`badge ${e}`,children:t})}function to(e){let t=e.toLowerCase().replaceAll(`_`,` `);return t.charAt(0).toUpperCase()+t.slice(1)}function no(e){let{document:t,variables:n,pick:r,what:i,empty:a,pollMs:o=1e4,after:s=null,children:c}=e,l=gi(t,{...n,after:s},{pollMs:o}),[u,d]=A(null),f=l.data&&r(l.data);return f?f.edges.length===0?s===null?a:null:Y(C,{children:[c(f.edges.map(e=>e.node)),u?Y(no,{...e,after:u}):Y(Ra,{hasMore:f.pageInfo.hasNextPage,onMore:()=>d(f.pageInfo.endCursor??null)})]}):Pa(l,i)}function ro({slug:e}){return e===`by-hand`?Y(so,{}):e?Y(ao,{slug:e}):Y(io,{})}function io(){let[e,t]=A(``),[n,r]=A(``);return j(()=>{let t=setTimeout(()=>r(e.trim()),150);return()=>clearTimeout(t)},[e]),Y(`div`,{class:`page`,children:[Y(Fa,{title:`Catalog`,crumbs:[[`Integrations`,`/`]],about:`Providers whose webhooks are known: how they are created, answered and signed. All of it can be changed afterwards.`,children:Y(F,{class:`button`,href:`/catalog/by-hand`,children:`Describe one by hand`})}),Y(`input`,{type:`search`,"aria-label":`Search providers`,placeholder:`Search: slack, payments, HMAC …`,value:e,autoFocus:!0,onInput:e=>t(e.currentTarget.value)}),Y(no,{document:yi,variables:{search:n||null},pick:e=>e.providers,what:`providers`,pollMs:0,empty:Y(Na,{title:`Nothing is found by “${n}”`,action:Y(F,{href:`/catalog/by-hand`,children:`Describe it by hand`}),children:`Any provider works: the wizard asks for how its webhooks are created and signed.`}),children:e=>Y(`div`,{class:`grid`,children:e.map(e=>Y(F,{class:`card tile`,href:`/catalog/${e.slug}`,children:[Y(`span`,{class:`tile-name`,children:e.name}),Y(`p`,{children:e.description})]},e.slug))})},n)]})}function ao({slug:e}){let t=gi(bi,{slug:e}),[,n]=qt(),[r,i]=A([]),a=t.data?.provider;return a?Y(`div`,{class:`page`,children:[Y(Fa,{title:a.name,crumbs:[[`Catalog`,`/catalog`]],about:a.description,children:[Y(`a`,{class:`button`,href:a.documentation,target:`_blank`,rel:`noreferrer noopener`,children:`Its documentation`}),Y(Aa,{kind:`primary`,does:`Use this provider`,doing:`Adding …`,onDo:async()=>{let t=await di(Ti,{provider:e});i(t.problems),t.payload?.integration&&n(`/integrations/${t.payload.integration.id}`)}})]}),Y(Va,{label:`Use this provider`,problems:r,children:Y(oo,{provider:a})})]}):Pa(t,`the provider`)??Y(Na,{title:`The catalog has no such provider`,action:Y(F,{href:`/catalog`,children:`Search the catalog`})})}function oo({provider:e}){return Y(`div`,{class:`card`,children:Y(`dl`,{class:`facts`,children:[Y(`dt`,{children:`Webhooks are created`}),Y(`dd`,{children:e.creation===`MANUAL`?`by hand, in the provider's console`:`by a request to its API`}),Y(`dt`,{children:`They belong to`}),Y(`dd`,{children:e.level===`APP`?`your app; events are routed by Provider ID`:`each connected account`}),e.apiBaseUrl&&Y(C,{children:[Y(`dt`,{children:`API`}),Y(`dd`,{class:`mono`,children:e.apiBaseUrl})]}),Y(`dt`,{children:`Signed by`}),Y(`dd`,{class:`row`,children:[e.schemes.length===0&&`nothing: it does not sign`,e.schemes.map(e=>Y(`span`,{children:[e.name,` `,e.covers.body&&Y(Q,{tone:`good`,children:`body`}),` `,e.covers.time&&Y(Q,{tone:`good`,children:`time`}),` `,e.covers.url&&Y(Q,{tone:`good`,children:`address`})]},e.slug))]}),e.handshakes.length>0&&Y(C,{children:[Y(`dt`,{children:`Challenges`}),Y(`dd`,{children:[e.handshakes.map(e=>e.name).join(`, `),`: answered for you`]})]}),e.secrets.map(e=>Y(C,{children:[Y(`dt`,{children:e.label}),Y(`dd`,{children:e.help})]})),e.manual&&Y(C,{children:[Y(`dt`,{children:`Where to paste the address`}),Y(`dd`,{children:e.manual})]}),e.notes.length>0&&Y(C,{children:[Y(`dt`,{children:`Good to know`}),Y(`dd`,{children:e.notes.join(` `)})]})]})})}function so(){let[,e]=qt(),[t,n]=A({name:``,apiBaseUrl:``}),[r,i]=A([]),a=async()=>{let n=await di(Ti,{name:t.name,apiBaseUrl:t.apiBaseUrl||null});i(n.problems),n.payload?.integration&&e(`/integrations/${n.payload.integration.id}`)};return Y(`div`,{class:`page`,children:[Y(Fa,{title:`An integration by hand`,crumbs:[[`Catalog`,`/catalog`]],about:`For a provider that the catalog does not know, or a product of your own.`}),Y(`div`,{class:`card`,children:Y(Va,{label:`New integration`,problems:r,onSubmit:()=>void a(),children:[Y(Z,{label:`Name`,path:`name`,value:t.name,onValue:e=>n({...t,name:e}),autoFocus:!0}),Y(Z,{label:`Base URL of its API`,path:`apiBaseUrl`,isOptional:!0,isMono:!0,placeholder:`https://api.example.com/v1`,hint:`Setup requests with a path alone go below it.`,value:t.apiBaseUrl,onValue:e=>n({...t,apiBaseUrl:e})}),Y(`div`,{class:`row end`,children:Y(Aa,{kind:`primary`,does:`Add the integration`,doing:`Adding …`,onDo:a})})]})})]})}function co(){let[e,t]=A(``),[n,r]=A(ti());return Y(`main`,{class:`door`,children:Y(`div`,{class:`card`,children:[Y(`span`,{class:`brand`,children:[Y(`img`,{src:Oa,alt:``}),`Hookwright`]}),Y(`h1`,{children:`Open the editor`}),Y(`p`,{class:`about`,children:[Y(`code`,{children:`./run`}),` prints an address that opens this page signed in, and the editor token. The token stays in this tab.`]}),n&&Y(Ma,{tone:`bad`,children:n}),Y(Va,{label:`Sign in`,problems:[],onSubmit:()=>e.trim()?ni(e.trim()):r(`Paste the token first.`),children:[Y(Z,{label:`Editor token`,type:`password`,value:e,onValue:t,isMono:!0,autoFocus:!0}),Y(`div`,{class:`row end`,children:Y(X,{kind:`primary`,type:`submit`,children:`Open`})})]})]})})}var lo=xe([]);function uo({triggerId:e,step:t,children:n}){let{data:r}=gi(qi,{id:e,step:t}),i=Ie(()=>(r?.trigger?.variables??[]).flatMap(e=>e.variables.map(t=>({...t,sample:t.sample??null,group:e.label}))),[r]);return Y(lo.Provider,{value:i,children:n})}lo.Provider;var fo=()=>Re(lo),po=/(\{\{[^{}]*\}\})/;function mo({text:e}){return Y(C,{children:[e.split(po).map((e,t)=>t%2?Y(`mark`,{children:e},t):e),`​`]})}function ho({value:e,onValue:t,ids:n,isTall:r=!1,rows:i=6,placeholder:a}){let o=fo(),s=M(null),c=M(null),[l,u]=A(null),[d,f]=A(0),p=ze(),m=l?go(o,l.typed):[],h=()=>{let e=s.current;if(!e)return;let t=e.value.slice(0,e.selectionStart??0),n=t.lastIndexOf(`{{`),r=n>=0&&!t.slice(n).includes(`}}`);u(r?{from:n,typed:t.slice(n+2).trim()}:null),f(0)},g=n=>{let r=s.current;if(!r)return;let i=r.selectionStart??e.length,a=l?.from??i,o=e.slice(i).replace(/^\s*\}\}/,``),c=`{{${n}}}`;t(e.slice(0,a)+c+o),u(null),requestAnimationFrame(()=>{r.focus(),r.setSelectionRange(a+c.length,a+c.length)})},_=e=>{if(l&&m.length!==0){if(e.key===`ArrowDown`||e.key===`ArrowUp`)f((d+(e.key===`ArrowDown`?1:m.length-1))%m.length);else if(e.key===`Enter`||e.key===`Tab`)g(m[d].path);else if(e.key===`Escape`)u(null);else return;e.preventDefault(),e.stopPropagation()}},v=()=>{c.current&&s.current&&(c.current.scrollLeft=s.current.scrollLeft,c.current.scrollTop=s.current.scrollTop)},y={...n,ref:s,value:e,placeholder:a,spellcheck:!1,autoComplete:`off`,role:`combobox`,"aria-expanded":m.length>0,"aria-controls":p,"aria-autocomplete":`list`,"aria-activedescendant":l&&m[d]?`${p}-${d}`:void 0,onInput:e=>(t(e.currentTarget.value),h()),onClick:h,onKeyDown:_,onScroll:v,onBlur:()=>u(null)};return Y(`div`,{class:`template ${r?`tall`:``}`,children:[Y(`div`,{ref:c,class:`template-marks`,"aria-hidden":`true`,children:Y(mo,{text:e})}),r?Y(`textarea`,{...y,rows:i}):Y(`input`,{type:`text`,...y}),Y(`button`,{type:`button`,class:`template-open`,"aria-label":`Insert a variable`,title:`Insert a variable (or type {{)`,onMouseDown:e=>e.preventDefault(),onClick:()=>l?u(null):(s.current?.focus(),f(0),u({from:s.current?.selectionStart??e.length,typed:``})),children:`{ }`}),l&&Y(`ul`,{id:p,role:`listbox`,class:`menu`,"aria-label":`Variables`,children:[m.map((e,t)=>Y(`li`,{id:`${p}-${t}`,role:`option`,"aria-selected":t===d,ref:e=>void(t===d&&e?.scrollIntoView({block:`nearest`})),onMouseDown:t=>(t.preventDefault(),g(e.path)),children:[Y(`span`,{class:`menu-path`,children:e.path}),Y(`span`,{class:`menu-sample`,children:e.isSecret?`set, never shown`:e.sample??e.label})]},e.path)),m.length===0&&Y(`li`,{class:`menu-none`,children:`Nothing is called so here.`})]})]})}function go(e,t){let n=t.toLowerCase(),r=e.filter(e=>e.path.toLowerCase().startsWith(n)),i=e.filter(e=>!r.includes(e)&&`${e.path} ${e.label}`.toLowerCase().includes(n));return[...r,...i].slice(0,60)}function _o({value:e,onValue:t,isTall:n,rows:r,placeholder:i,...a}){return Y(Ka,{...a,children:a=>Y(ho,{value:e,onValue:t,ids:a,isTall:n??!1,rows:r??6,placeholder:i})})}function vo({label:e,path:t,pairs:n,onPairs:r,add:i=`Add`,names:a=`Name`,hint:o}){let s=(e,t)=>r(n.map((n,r)=>r===e?{...n,...t}:n));return Y(`fieldset`,{class:`pairs`,children:[Y(`legend`,{children:e}),o&&Y(`p`,{class:`hint`,children:o}),n.map((i,o)=>Y(xo,{label:e,path:t&&`${t}.${o}`,names:a,pair:i,index:o,onChange:e=>s(o,e),onRemove:()=>r(n.filter((e,t)=>t!==o))},o)),Y(X,{kind:`quiet`,onClick:()=>r([...n,{name:``,value:``}]),children:[`+ `,i]}),Y(yo,{path:t})]})}function yo({path:e}){return Y(bo,{...Wa(e)})}function bo({wrong:e,missing:t}){return Y(C,{children:[e.map(e=>Y(`p`,{class:`wrong-text`,children:e},e)),t.map(e=>Y(`p`,{class:`missing-text`,children:e},e))]})}function xo({label:e,path:t,names:n,pair:r,index:i,onChange:a,onRemove:o}){let s=Wa(t,!0),c=`${e}, ${i+1}`;return Y(C,{children:[Y(`div`,{class:`pair ${s.wrong.length?`wrong`:``}`,children:[Y(`input`,{class:`mono`,placeholder:n,"aria-label":`${c}: name`,autoComplete:`off`,spellcheck:!1,value:r.name,onInput:e=>a({name:e.currentTarget.value})}),Y(ho,{value:r.value,onValue:e=>a({value:e}),ids:{"aria-label":`${c}: value`},placeholder:`Value`}),Y(X,{kind:`quiet`,class:`remove`,"aria-label":`Remove ${c}`,title:`Remove`,onClick:o,children:`×`})]}),Y(bo,{...s})]})}var So=[[60,`second`,1],[3600,`minute`,60],[86400,`hour`,3600],[604800,`day`,86400]],Co=new Intl.RelativeTimeFormat(`en`,{numeric:`auto`});function wo(e,t){let n=Math.round((e.getTime()-t)/1e3);if(Math.abs(n)<3)return`just now`;let r=So.find(([e])=>Math.abs(n)<e);return r?Co.format(Math.trunc(n/r[2]),r[1]):e.toLocaleDateString(`en`,{year:`numeric`,month:`short`,day:`numeric`})}var To=Date.now(),Eo=new Set;setInterval(()=>{To=Date.now();for(let e of Eo)e(To)},5e3);function Do({at:e}){let[,t]=A(To);j(()=>(Eo.add(t),()=>void Eo.delete(t)),[]);let n=new Date(e);return Y(`time`,{dateTime:e,title:`${n.toLocaleString()} (${e})`,children:wo(n,Date.now())})}function Oo({integration:e}){let[t,n]=A(!1),r=!!e.sandboxCredential;return Y(`div`,{class:`stack`,children:[t||!r?Y(jo,{integration:e,isSandbox:!r,onDone:()=>n(!1)}):Y(`div`,{class:`row end`,children:Y(X,{onClick:()=>n(!0),children:`Connect another account`})}),Y(no,{document:Si,variables:{id:e.id},pick:e=>e.integration?.credentials,what:`accounts`,empty:Y(Na,{title:`No account is connected`,children:`The sandbox account is your own test account at the provider: the wizard proves triggers with it.`}),children:e=>Y(`ul`,{class:`card tight list`,children:e.map(e=>Y(`li`,{class:`list-row`,children:[Y(`span`,{children:[Y(`span`,{class:`list-name`,children:e.userId}),Y(`span`,{class:`list-about`,children:[` `,e.providerId?Y(C,{children:[`Provider ID `,Y(`code`,{children:e.providerId})]}):`no Provider ID`]})]}),Y(`span`,{class:`list-side`,children:[Y(`span`,{children:[`connected `,Y(Do,{at:e.createdAt})]}),e.isSandbox&&Y(Q,{tone:`info`,children:`Sandbox`}),Y(ko,{status:e.status}),e.status!==`DISCONNECTED`&&Y(Ao,{id:e.id,userId:e.userId})]})]},e.id))})})]})}var ko=({status:e})=>Y(Q,{tone:e===`CONNECTED`?`good`:`plain`,children:to(e)});function Ao({id:e,userId:t}){return Y(za,{ask:`Disconnect`,does:`Disconnect`,doing:`Disconnecting …`,onDo:async()=>(await di(ki,{credentialId:e})).problems.map(e=>e.message).join(` `),children:Y(`p`,{children:[`The values of `,t,`'s account are forgotten, and its events are refused from then on.`]})})}function jo({integration:e,isSandbox:t,onDone:n}){let r=e.provider?.fields??[],[i,a]=A({userId:t?`sandbox`:``,providerId:``,isSandbox:t,kind:Mo(e),token:``,username:``,password:``,pairs:r.map(e=>({name:e.name,value:``}))}),[o,s]=A([]),c=e=>a({...i,...e}),l=async()=>{let t=await di(Oi,{integrationId:e.id,userId:i.userId,isSandbox:i.isSandbox,providerId:i.providerId||null,authorization:No(i)});s(t.problems),t.problems.length===0&&n()};return Y(`section`,{class:`card`,"aria-label":`Connect an account`,children:[Y(`div`,{class:`card-head`,children:Y(`h2`,{children:i.isSandbox?`Connect your sandbox account`:`Connect an account`})}),Y(Va,{label:`Connect an account`,problems:o,onSubmit:()=>void l(),children:[Y(`div`,{class:`two`,children:[Y(Z,{label:`User`,path:`userId`,value:i.userId,hint:`As your product names the customer whose account it is.`,onValue:e=>c({userId:e})}),Y(Z,{label:`Provider ID`,path:`providerId`,isOptional:!0,isMono:!0,value:i.providerId,hint:`The id by which the provider names this account in its events. App-level events are routed by it.`,onValue:e=>c({providerId:e})})]}),Y(Xa,{label:`This is the editor's own test account (sandbox)`,value:i.isSandbox,onValue:e=>c({isSandbox:e}),hint:`An earlier sandbox account is replaced.`}),Y(Ya,{label:`Its values`,path:`authorization`,isCompact:!0,value:i.kind,options:[[`bearer`,`Access token`],[`basic`,`User name and password`],[`headers`,`Headers`],[`query`,`Query parameters`],[`none`,`None: for its events alone`]],onValue:e=>c({kind:e})}),i.kind===`bearer`&&Y(Z,{label:`Access token`,type:`password`,path:`authorization.bearer.token`,value:i.token,isMono:!0,onValue:e=>c({token:e})}),i.kind===`basic`&&Y(`div`,{class:`two`,children:[Y(Z,{label:`User name`,path:`authorization.basic.username`,value:i.username,onValue:e=>c({username:e})}),Y(Z,{label:`Password`,type:`password`,path:`authorization.basic.password`,value:i.password,onValue:e=>c({password:e})})]}),(i.kind===`headers`||i.kind===`query`)&&Y(vo,{label:`Values`,path:`authorization.${i.kind}`,hint:r.map(e=>`${e.name}: ${e.help}`).join(` `)||`Also read as {{credential.NAME}}.`,pairs:i.pairs,onPairs:e=>c({pairs:e})}),Y(`div`,{class:`row end`,children:[!t&&Y(X,{onClick:n,children:`Cancel`}),Y(Aa,{kind:`primary`,does:`Connect`,doing:`Connecting …`,onDo:l})]})]})]})}function Mo(e){if((e.provider?.fields.length??0)>0)return`headers`;let t=e.authorization.scheme.kind;return t===`BASIC`?`basic`:t===`NONE`?`none`:`bearer`}function No(e){let t=e.pairs.filter(e=>e.name||e.value);return e.kind===`bearer`?{bearer:{token:e.token}}:e.kind===`basic`?{basic:{username:e.username,password:e.password}}:e.kind===`headers`?{headers:t}:e.kind===`query`?{query:t}:{none:!0}}var Po={kind:`INHERIT`,token:``,username:``,password:``,entries:[]};function Fo(e){switch(e.kind){case`NONE`:return{none:!0};case`BEARER`:return{bearer:{token:e.token}};case`BASIC`:return{basic:{username:e.username,password:e.password}};case`HEADERS`:return{headers:e.entries};case`QUERY`:return{query:e.entries};default:return{inherit:!0}}}function Io({value:e,path:t,inherit:n,onValue:r}){let i=[[`INHERIT`,n],[`NONE`,`None`],[`BEARER`,`Bearer token`],[`BASIC`,`Basic: user name and password`],[`HEADERS`,`Headers`],[`QUERY`,`Query parameters`]],a=t=>r({...e,...t});return Y(C,{children:[Y(Ja,{label:`Authorization`,path:t,value:e.kind,options:i,onValue:e=>a({kind:e})}),e.kind===`BEARER`&&Y(_o,{label:`Token`,path:`${t}.bearer.token`,value:e.token,placeholder:`{{secrets.API_TOKEN}}`,onValue:e=>a({token:e})}),e.kind===`BASIC`&&Y(`div`,{class:`two`,children:[Y(_o,{label:`User name`,path:`${t}.basic.username`,value:e.username,onValue:e=>a({username:e})}),Y(_o,{label:`Password`,path:`${t}.basic.password`,value:e.password,placeholder:`{{secrets.PASSWORD}}`,onValue:e=>a({password:e})})]}),e.kind===`HEADERS`&&Y(vo,{label:`Authorization headers`,path:`${t}.headers`,pairs:e.entries,add:`Add a header`,onPairs:e=>a({entries:e})}),e.kind===`QUERY`&&Y(vo,{label:`Authorization parameters`,path:`${t}.query`,pairs:e.entries,add:`Add a parameter`,onPairs:e=>a({entries:e})})]})}function Lo({saving:e}){let t=e.problems.length,n={saved:`Saved`,typing:`Not saved yet …`,saving:`Saving …`,refused:t===1?`Not saved: one problem`:`Not saved: ${t} problems`};return Y(`span`,{class:`saved ${e.status}`,role:`status`,children:n[e.status]})}var Ro=500,zo=new Set;async function Bo(){return(await Promise.all([...zo].map(e=>e()))).every(Boolean)}var Vo=e=>e?Date.parse(e):0;function Ho(e,t,n){let[r,i]=A(()=>hi(e)),[a,o]=A([]),[s,c]=A(`saved`),l=M({value:r,status:`saved`,seen:JSON.stringify(r),own:Vo(t),isBusy:!1,timer:0,save:n});l.current.save=n;let u=e=>{l.current.status=e,c(e)},d=Le(async()=>{let e=l.current;for(clearTimeout(e.timer);e.isBusy;)await new Promise(e=>setTimeout(e,30));if(e.status===`saved`)return!0;e.isBusy=!0;let t=e.value;u(`saving`);let n=await e.save(t);return e.isBusy=!1,e.own=Math.max(e.own,Vo(n.version)),o(n.problems),e.value===t?(u(n.problems.length===0?`saved`:`refused`),n.problems.length===0):(u(`typing`),d())},[]),f=Le(e=>{let t=l.current;t.value={...t.value,...e},i(t.value),t.status!==`saving`&&u(`typing`),clearTimeout(t.timer),t.timer=setTimeout(()=>void d(),Ro)},[]),p=JSON.stringify(hi(e));return j(()=>{let e=l.current,n=Vo(t);if(n<e.own||e.status!==`saved`)return;let r=n>e.own&&p!==e.seen;e.seen=p,r&&(e.own=n,e.value=JSON.parse(p),i(e.value),o([]))},[p,t,s]),j(()=>(zo.add(d),()=>{zo.delete(d),l.current.status===`typing`&&d()}),[]),{value:r,set:f,problems:a,status:s,flush:d}}function Uo({integration:e}){let[,t]=qt(),n=Ho({name:e.name,apiBaseUrl:e.apiBaseUrl??``,authorization:e.authorization.scheme},``,async t=>({problems:(await di(Ei,{integrationId:e.id,name:t.name,apiBaseUrl:t.apiBaseUrl||null,authorization:Fo(t.authorization)})).problems})),r=e.authorization.accountValues;return Y(`div`,{class:`stack`,children:[Y(`section`,{class:`card`,children:[Y(`div`,{class:`card-head`,children:[Y(`h2`,{children:`API`}),Y(Lo,{saving:n})]}),Y(Va,{label:`API of the integration`,problems:n.problems,children:[Y(`div`,{class:`two`,children:[Y(Z,{label:`Name`,path:`name`,value:n.value.name,onValue:e=>n.set({name:e})}),Y(Z,{label:`Base URL`,path:`apiBaseUrl`,isMono:!0,isOptional:!0,value:n.value.apiBaseUrl,onValue:e=>n.set({apiBaseUrl:e})})]}),Y(Io,{value:n.value.authorization,path:`authorization`,inherit:`As each account was connected`,onValue:e=>n.set({authorization:e})}),r.length>0&&Y(`p`,{class:`hint`,children:[`It reads these values of the account: `,r.map(e=>`{{credential.${e}}}`).join(`, `)]})]})]}),Y(`section`,{class:`card stack`,children:[Y(`h2`,{children:`Shared address`}),Y(`p`,{class:`hint`,children:`All app-level triggers of this integration share it. With /test at its end it is the sandbox's.`}),Y(La,{label:`Address of app-level events`,text:e.webhookUrl})]}),Y(`section`,{class:`card`,children:Y(`div`,{class:`card-head`,children:[Y(`div`,{children:[Y(`h2`,{children:`Delete`}),Y(`p`,{class:`hint`,children:`Its accounts and drafts go with it. Refused while one of its triggers is active.`})]}),Y(za,{ask:`Delete this integration`,does:`Delete`,doing:`Deleting …`,onDo:async()=>{let n=await di(Di,{integrationId:e.id});if(n.problems.length>0)return n.problems.map(e=>e.message).join(` `);t(`/`)},children:Y(`p`,{children:[e.name,`, its accounts and its drafts are removed for good.`]})})]})})]})}function Wo({integration:e}){return Y(no,{document:Ci,variables:{id:e.id},pick:e=>e.integration?.triggers,what:`triggers`,pollMs:5e3,empty:Y(qo,{id:e.id}),children:e=>Y(`ul`,{class:`card tight list`,children:e.map(e=>Y(`li`,{children:Y(F,{class:`list-row`,href:`/triggers/${e.id}`,children:[Y(`span`,{children:[Y(`span`,{class:`list-name`,children:e.name}),Y(`span`,{class:`list-about`,children:[` `,e.level===`APP`?`App-level`:`User-level`,`, `,e.creation===`MANUAL`?`manual`:`API request`,e.description&&` · ${e.description}`]})]}),Y(`span`,{class:`list-side`,children:[e.sample&&Y(`span`,{children:[`proven `,Y(Do,{at:e.sample.receivedAt})]}),e.status===`DRAFT`&&Y(`span`,{children:Go(e.wizard.stepsRemaining)}),e.hasDraft&&e.status!==`DRAFT`&&Y(Q,{tone:`warn`,children:`Changes not live`}),Y(Ko,{status:e.status})]})]})},e.id))})})}var Go=e=>e===0?`Ready to finish`:`${e} ${e===1?`step`:`steps`} remaining`;function Ko({status:e}){return e===`ACTIVE`?Y(Q,{tone:`good`,children:`Active`}):e===`DISABLED`?Y(Q,{tone:`bad`,children:`Disabled`}):Y(Q,{tone:`warn`,children:`Draft`})}var qo=({id:e})=>Y(Na,{title:`No trigger yet`,action:Y(F,{class:`button primary`,href:`/integrations/${e}/new`,children:`Make the first`}),children:`A trigger says how a webhook is created, answered and signed, and which customer an event belongs to.`});function Jo({integration:e}){return Y(no,{document:wi,variables:{id:e.id},pick:e=>e.integration?.unrouted,what:`unrouted deliveries`,empty:Y(Na,{title:`Every event found its account`,children:`Genuine events whose Provider ID no connected account has are kept here.`}),children:e=>Y(`ul`,{class:`card tight list`,children:e.map(e=>Y(`li`,{children:Y(F,{class:`list-row`,href:`/deliveries/${e.id}`,children:[Y(`span`,{children:[Y(`span`,{class:`list-name`,children:Yo(e.verdicts)||`No Provider ID`}),Y(`span`,{class:`list-about`,children:[` `,e.nearMisses[0]?.message??e.explanation]})]}),Y(`span`,{class:`list-side`,children:[Y(eo,{outcome:e.outcome}),Y(Do,{at:e.receivedAt})]})]})},e.id))})})}var Yo=e=>[...new Set(e.flatMap(e=>e.providerIds))].join(`, `),Xo=[[`triggers`,`Triggers`],[`accounts`,`Accounts`],[`unrouted`,`Unrouted`],[`settings`,`Settings`]];function Zo({id:e,tab:t}){let n=gi(xi,{id:e},{pollMs:1e4}),r=n.data?.integration;if(!r)return Pa(n,`the integration`)??Y(Na,{title:`There is no such integration`,action:Y(F,{href:`/`,children:`All integrations`})});let i=Xo.find(([e])=>e===t)??Xo[0];return Y(`div`,{class:`page`,children:[Y(Fa,{title:r.name,crumbs:[[`Integrations`,`/`]],about:r.provider&&r.provider.name!==r.name?`By ${r.provider.name} of the catalog`:void 0,children:[r.provider&&Y(`a`,{class:`button`,href:r.provider.documentation,target:`_blank`,rel:`noreferrer noopener`,children:[r.provider.name,`'s documentation`]}),Y(F,{class:`button primary`,href:`/integrations/${e}/new`,children:`New trigger`})]}),Y(Ia,{label:`Of this integration`,current:i[1],tabs:Xo.map(([t,n])=>[n,`/integrations/${e}/${t}`])}),!r.sandboxCredential&&i[0]===`triggers`&&Y(Ma,{children:[`No sandbox account is connected yet: the wizard proves a trigger with your own test account. `,Y(F,{href:`/integrations/${e}/accounts`,children:`Connect it`})]}),i[0]===`triggers`&&Y(Wo,{integration:r}),i[0]===`accounts`&&Y(Oo,{integration:r}),i[0]===`unrouted`&&Y(Jo,{integration:r}),i[0]===`settings`&&Y(Uo,{integration:r})]})}function Qo(){return Y(`div`,{class:`page`,children:[Y(Fa,{title:`Integrations`,about:`A product that your customers connect, and the events it sends. Each trigger of an integration is described once and then serves every customer.`,children:Y(F,{class:`button primary`,href:`/catalog`,children:`New integration`})}),Y(no,{document:vi,variables:{},pick:e=>e.integrations,what:`integrations`,empty:Y($o,{}),children:e=>Y(`div`,{class:`grid`,children:e.map(e=>Y(es,{row:e},e.id))})})]})}var $o=()=>Y(Na,{title:`No integration yet`,action:Y(F,{class:`button primary`,href:`/catalog`,children:`Choose a provider`}),children:`Start from one of the catalog's providers, or describe one of your own.`});function es({row:e}){let t=e.triggers.edges.map(({node:e})=>e),n=t.filter(e=>e.status===`ACTIVE`).length,r=t.filter(e=>e.status===`DRAFT`).length;return Y(F,{class:`card tile`,href:`/integrations/${e.id}`,children:[Y(`span`,{class:`tile-name`,children:e.name}),Y(`span`,{class:`list-about`,children:[e.provider&&e.provider.name!==e.name?`${e.provider.name} · `:``,`made `,Y(Do,{at:e.createdAt})]}),Y(`span`,{class:`row`,children:[n>0&&Y(Q,{tone:`good`,children:[n,` active`]}),r>0&&Y(Q,{tone:`warn`,children:[r,` in the making`]}),t.length===0&&Y(Q,{tone:`plain`,children:`no trigger yet`}),!e.sandboxCredential&&Y(Q,{tone:`plain`,children:`no sandbox account`})]})]})}var ts=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),ns=function(e){return`/`+e},rs={},is={},as=function(e){return e.pathname.endsWith(`.css`)},os=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw delete e[t],n});return e[t]=i,i},$=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=ns(t,n);let r=s(t),i=as(r);return os(rs,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}let t=i?e.styles:e.all,n=i?is[r.href]:void 0;if(!n&&t.has(r.href))return;let o=document.createElement(`link`);if(o.rel=i?`stylesheet`:ts,i||(o.as=`script`),o.crossOrigin=``,o.href=r.href,a&&o.setAttribute(`nonce`,a),n&&delete is[r.href],n?.isConnected?n.replaceWith(o):document.head.appendChild(o),i)return new Promise((e,t)=>{let n=i=>{o.removeEventListener(`load`,n),o.removeEventListener(`error`,n),i.type===`error`?(is[r.href]=o,t(Error(`Unable to preload CSS for ${r}`))):e(i)};o.addEventListener(`load`,n),o.addEventListener(`error`,n)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},ss=N(()=>$(()=>import(`./trigger-CBWXxd3z.js`),__vite__mapDeps([0,1,2,3,4,5,6]))),cs=N(()=>$(()=>import(`./new-trigger-BwR5ABnQ.js`),__vite__mapDeps([7,1]))),ls=N(()=>$(()=>import(`./delivery-CmLIfV99.js`),__vite__mapDeps([8,3,4,5]))),us=N(()=>$(()=>import(`./workflows-C3zzzyDv.js`),[])),ds=N(()=>$(()=>import(`./new-workflow-D02EMKq3.js`),[])),fs=N(()=>$(()=>import(`./workflow-B6BRJZ6j.js`),__vite__mapDeps([9,2,3,4,5,10]))),ps=N(()=>$(()=>import(`./runs-CDOsVedF.js`).then(e=>e.r),[])),ms=N(()=>$(()=>import(`./run-DvS4rjVQ.js`),__vite__mapDeps([11,4,5]))),hs=N(()=>$(()=>import(`./settings-DInR5N_B.js`),__vite__mapDeps([12,6]))),gs=[[`Integrations`,`/`,[`/integrations`,`/triggers`,`/deliveries`]],[`Catalog`,`/catalog`,[`/catalog`]],[`Workflows`,`/workflows`,[`/workflows`]],[`Runs`,`/runs`,[`/runs`]],[`Settings`,`/settings`,[`/settings`]]];function _s(){let[e,t]=A(ei()!==null);return j(()=>ii(()=>t(ei()!==null)),[]),Y(e?vs:co,{})}function vs(){let[e]=qt(),t=gi(_i,{}).data?.viewer;j(()=>window.scrollTo(0,0),[e]);let n=(t,n)=>e===t||n.some(t=>e.startsWith(t));return Y(`div`,{class:`shell`,children:[Y(`a`,{class:`skip`,href:`#main`,children:`Skip to the content`}),Y(`div`,{class:`side`,children:[Y(F,{href:`/`,class:`brand`,"aria-label":`Hookwright`,children:[Y(`img`,{src:Oa,alt:``}),Y(`span`,{children:`Hookwright`})]}),Y(`nav`,{"aria-label":`Screens`,children:gs.map(([e,t,r])=>Y(F,{href:t,"aria-current":n(t,r)?`page`:void 0,children:e},t))}),Y(`div`,{class:`side-foot`,children:[Y(`span`,{class:`project`,children:t&&`project`in t?t.project.name:``}),Y(X,{kind:`quiet`,onClick:()=>ri(),children:`Sign out`})]})]}),Y(`main`,{id:`main`,class:`main`,tabIndex:-1,children:Y(tt,{fallback:Y(ja,{what:`the screen`}),children:Y(en,{children:[Y(P,{path:`/`,component:Qo}),Y(P,{path:`/catalog/:slug?`,children:({slug:e})=>Y(ro,{slug:e})}),Y(P,{path:`/integrations/:id/new`,children:({id:e})=>Y(cs,{integrationId:e},e)}),Y(P,{path:`/integrations/:id/:tab?`,children:({id:e,tab:t})=>Y(Zo,{id:e,tab:t??`triggers`},e)}),Y(P,{path:`/triggers/:id/:tab?`,children:({id:e,tab:t})=>Y(ss,{id:e,tab:t??``},e)}),Y(P,{path:`/deliveries/:id`,children:({id:e})=>Y(ls,{id:e},e)}),Y(P,{path:`/workflows`,component:us}),Y(P,{path:`/workflows/new`,component:ds}),Y(P,{path:`/workflows/:id/:tab?`,children:({id:e,tab:t})=>Y(fs,{id:e,tab:t??``},e)}),Y(P,{path:`/runs`,component:ps}),Y(P,{path:`/runs/:id`,children:({id:e})=>Y(ms,{id:e},e)}),Y(P,{path:`/settings`,component:hs}),Y(P,{children:Y(Na,{title:`There is nothing at this address`,action:Y(F,{href:`/`,children:`Go to the integrations`})})})]})})})]})}$r(),ye(Y(_s,{}),document.getElementById(`console`));export{fa as $,La as A,aa as At,sa as B,pi as Bt,Ka as C,ca as Ct,Wa as D,ba as Dt,Z as E,Ai as Et,Ia as F,ga as Ft,Mi as G,Jt as Gt,ta as H,ei as Ht,Pa as I,ma as It,Xi as J,A as Jt,pa as K,M as Kt,Y as L,gi as Lt,Na as M,ra as Mt,Fa as N,Sa as Nt,X as O,Ki as Ot,Ma as P,_a as Pt,Gi as Q,Si as R,di as Rt,Ya as S,va as St,Ja as T,ji as Tt,Fi as U,F as Ut,Ni as V,ii as Vt,xa as W,qt as Wt,Li as X,Pe as Xt,$i as Y,j as Yt,da as Z,C as Zt,eo as _,Ii as _t,Ho as a,Qi as at,qa as b,la as bt,Po as c,zi as ct,vo as d,Zi as dt,Wi as et,_o as f,Ta as ft,Qa as g,Pi as gt,Q as h,Bi as ht,Bo as i,xi as it,Aa as j,ia as jt,za as k,na as kt,Fo as l,Ji as lt,no as m,Yi as mt,Ko as n,ha as nt,Lo as o,ea as ot,uo as p,Ea as pt,Ca as q,Ie as qt,Go as r,Ui as rt,Io as s,Vi as st,$ as t,ua as tt,Do as u,Hi as ut,to as v,wa as vt,Va as w,oa as wt,Xa as x,ya as xt,$a as y,Da as yt,Ri as z,hi as zt};